package org.kpisuite.domain.failure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The code that somebody who mistyped most likely meant. */
public final class Nearest {
    private static final int DISTANCE_MAX = 2;

    private Nearest() {}

    /** The nearest of the codes within two slips of the finger (Damerau), in any case; empty if none is so near. */
    public static Optional<String> to(String given, Collection<String> codes) {
        record Candidate(String code, int distance) {}
        String wanted = given.toUpperCase(Locale.ROOT);
        return codes.stream()
                .filter(code -> Math.abs(code.length() - wanted.length()) <= DISTANCE_MAX)
                .map(code -> new Candidate(code, distance(wanted, code.toUpperCase(Locale.ROOT))))
                .filter(c -> c.distance <= DISTANCE_MAX && c.distance < Math.max(1, wanted.length()))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::code))
                .map(Candidate::code);
    }

    /** Insertions, deletions, substitutions and swaps of neighbours that make one of the other. */
    static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(int[][] d, String a, String b, int i, int j) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
