package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The profiles that come with the product, each with a file to try it on, in the languages in which it is exported. */
final class ShippedProfiles {
    static final List<String> CODES = List.of(
            "amocrm-deals",
            "bitrix24-deals",
            "brand-lift",
            "cdnow",
            "crm-leads",
            "google-ads",
            "google-ads-ru",
            "google-analytics-4",
            "google-analytics-4-users",
            "ledger",
            "ledger-1c",
            "mailchimp",
            "months",
            "nps-answers",
            "social-page",
            "social-posts",
            "social-posts-ru",
            "unisender",
            "yandex-direct",
            "yandex-metrica");
    private static final String FOLDER = "/org/kpisuite/ejb/actual/profiles/";

    private ShippedProfiles() {}

    static Optional<String> document(String code) {
        return CODES.contains(code)
                ? Optional.of(new String(bytes(code + ".json"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Name of the sample file of a profile: that of the language, where the export differs; empty without a sample. */
    static Optional<String> sampleName(String code, boolean russian) {
        if (!CODES.contains(code)) {
            return Optional.empty();
        }
        String own = code + ".ru.csv";
        return Optional.of(russian && open("samples/" + own) != null ? own : code + ".csv");
    }

    static byte[] sample(String name) {
        return bytes("samples/" + name);
    }

    private static @Nullable InputStream open(String name) {
        return ShippedProfiles.class.getResourceAsStream(FOLDER + name);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new IllegalStateException("not shipped: " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
