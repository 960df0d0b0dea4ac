package org.kpisuite.web.page;

import java.security.SecureRandom;

/** The name of one failure, on the page and in the log: {@code 7K2F-91QD}. Without letters that look like digits. */
public record Incident(String id) {
    /** Request attribute under which a page finds the incident that it tells of. */
    public static final String ATTRIBUTE = "org.kpisuite.incident";

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    public static Incident next() {
        StringBuilder id = new StringBuilder(9);
        for (int i = 0; i < 8; i++) {
            id.append(i == 4 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Incident(id.toString());
    }

    @Override
    public String toString() {
        return id;
    }
}
