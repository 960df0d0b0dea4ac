package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.NumberText;

/** A number as somebody types it into a field: {@code 1 600,5} in Russian, {@code 1,600.5} in English. */
final class TypedNumber {
    private static final Pattern ENGLISH = Pattern.compile("-?(\\d+|\\d{1,3}(,\\d{3})+)(\\.\\d+)?");
    private static final Pattern RUSSIAN = Pattern.compile("-?\\d+(,\\d+)?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]");
    /** What the database holds of a number: so many digits before the point, so many after it. */
    private static final int DIGITS_MAX = 18;

    private static final int SCALE_MAX = 10;

    private TypedNumber() {}

    /**
     * The number; null for an empty field.
     *
     * @throws KpiException E-NUM-FORMAT, naming the field, for what is no number in that language
     */
    static @Nullable BigDecimal read(@Nullable String typed, Locale locale, String field) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = SPACES.matcher(typed).replaceAll("").replace(NumberText.MINUS, '-');
        boolean russian = Messages.supported(locale).equals(Messages.RU);
        if (!(russian ? RUSSIAN : ENGLISH).matcher(text).matches()) {
            throw refused(typed, field);
        }
        BigDecimal number = new BigDecimal(russian ? text.replace(',', '.') : text.replace(",", ""));
        if (number.scale() > SCALE_MAX || number.precision() - number.scale() > DIGITS_MAX) {
            throw refused(typed, field);
        }
        return number;
    }

    private static KpiException refused(String typed, String field) {
        return new KpiException(
                java.util.List.of(Refusal.ofField(Code.E_NUM_FORMAT, field, typed, field + ": " + typed)));
    }
}
