package org.kpisuite.domain.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/** Notes every field of a definition that cannot be as it is. */
final class FieldCheck {
    private static final int CODE_LENGTH_MAX = 60;
    private static final int TEXT_LENGTH_MAX = 2000;

    private final List<Refusal> refusals = new ArrayList<>();

    /** Notes the field unless the condition holds. */
    FieldCheck require(boolean possible, String field, @Nullable Object value, String instead) {
        if (!possible) {
            String given = String.valueOf(value);
            refusals.add(Refusal.ofField(Code.E_FIELD_VALUE, field, given, field, given, instead));
        }
        return this;
    }

    FieldCheck code(String code) {
        boolean possible = code.length() <= CODE_LENGTH_MAX && code.matches("[A-Z][A-Z0-9_]*");
        return require(possible, "code", code, "[A-Z][A-Z0-9_]*, 1.." + CODE_LENGTH_MAX);
    }

    FieldCheck name(String field, org.kpisuite.domain.quantity.LocalizedText text) {
        return require(isText(text.en()), field + ".en", text.en(), "1.." + TEXT_LENGTH_MAX)
                .require(isText(text.ru()), field + ".ru", text.ru(), "1.." + TEXT_LENGTH_MAX);
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= TEXT_LENGTH_MAX;
    }

    FieldCheck currency(@Nullable String currency, boolean money) {
        return require(currency == null || currency.matches("[A-Z]{3}"), "currency", currency, "RUB, USD, EUR")
                .require(currency == null || money, "currency", currency, "unitKind MONEY");
    }

    FieldCheck days(String field, @Nullable Integer days, int max) {
        return require(days == null || (days >= 0 && days <= max), field, days, "0.." + max);
    }

    FieldCheck validity(Validity validity) {
        boolean closesLater =
                validity.closed().map(d -> !d.isBefore(validity.validFrom())).orElse(true);
        return require(closesLater, "closedOn", validity.closedOn(), "≥ " + validity.validFrom());
    }

    FieldCheck and(List<Refusal> others) {
        refusals.addAll(others);
        return this;
    }

    List<Refusal> found() {
        return List.copyOf(refusals);
    }
}
