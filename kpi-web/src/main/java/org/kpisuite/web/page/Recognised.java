package org.kpisuite.web.page;

import org.kpisuite.ejb.actual.ImportProfiles;
import org.kpisuite.ejb.actual.ProfileWorkshop;

/** What a file gives away of how it is to be read. */
record Recognised(ProfileWorkshop.Guess guess) {
    private static final String CONTRACT = "guess.contract";

    /** Whether it has the columns of the contract. */
    boolean isContract() {
        return guess.reasons().stream().anyMatch(r -> r.key().equals(CONTRACT));
    }

    /** Code of the profile that most likely reads it as it is; empty where none does. */
    String likeliest() {
        return guess.recognised().stream()
                .findFirst()
                .map(ImportProfiles.Stored::code)
                .orElse("");
    }

    /** Whether that profile, or the columns of the contract for the empty code, reads it as it is. */
    boolean fits(String code) {
        return code.isEmpty()
                ? isContract()
                : guess.recognised().stream().anyMatch(p -> p.code().equals(code));
    }
}
