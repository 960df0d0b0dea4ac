package org.kpisuite.ejb.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.audit.PlainJson;

/** The lint report that a plan was submitted with, read from its text. */
public final class SignedLint {
    private SignedLint() {}

    public static List<Finding> findings(String report) {
        return ((List<?>) PlainJson.of(report).get("findings"))
                .stream().map(f -> finding((Map<?, ?>) f)).toList();
    }

    private static Finding finding(Map<?, ?> told) {
        return new Finding(
                text(told, "code"),
                Severity.valueOf(text(told, "severity")),
                (@Nullable String) told.get("item"),
                text(told, "field"),
                new LocalizedText(text(told, "en"), text(told, "ru")));
    }

    private static String text(Map<?, ?> told, String name) {
        return String.valueOf(told.get(name));
    }
}
