package org.kpisuite.domain.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * What the lint looks at.
 *
 * @param quarter that is planned
 */
record LintSubject(PlanContent content, Period quarter, Catalogue catalogue, LintEvidence evidence) {
    List<PlanItem> items() {
        return content.items();
    }

    List<PlanItem> scored() {
        return items().stream().filter(LintSubject::isScored).toList();
    }

    static boolean isScored(PlanItem item) {
        return item.usage() == Usage.EVAL;
    }

    Optional<Indicator> indicator(PlanItem item) {
        return catalogue.indicator(item.indicator());
    }

    Optional<LintEvidence.Past> past(PlanItem item) {
        return evidence.past(item);
    }

    /** Its name for readers; its key where the catalogue does not know it any more. */
    LocalizedText name(PlanItem item) {
        return indicator(item)
                .map(i -> i.name(item.dimensions()))
                .filter(n -> !n.en().isEmpty() && !n.ru().isEmpty())
                .orElseGet(() -> new LocalizedText(item.key(), item.key()));
    }

    /** The item that a key or the code of an indicator names; empty if it is not in the plan. */
    Optional<PlanItem> named(@Nullable String keyOrCode) {
        return items().stream()
                .filter(i -> i.key().equals(keyOrCode))
                .findFirst()
                .or(() -> items().stream()
                        .filter(i -> i.indicator().equals(keyOrCode))
                        .findFirst());
    }

    /**
     * A finding about an item, whose name is the first argument of its sentence.
     *
     * @param key of the sentence; what stands before a dot is the code of the rule
     */
    Finding about(PlanItem item, String field, Severity severity, String key, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name(item);
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Finding(code(key), severity, item.key(), field, sentence(key, all));
    }

    /** A finding about the whole plan. */
    static Finding whole(String field, Severity severity, String key, Object... arguments) {
        return new Finding(code(key), severity, null, field, sentence(key, arguments));
    }

    private static String code(String key) {
        return key.split("\\.", 2)[0];
    }

    /** A sentence in both languages, its arguments in that of the reader. */
    static LocalizedText sentence(String key, Object... arguments) {
        return new LocalizedText(in(Messages.EN, key, arguments), in(Messages.RU, key, arguments));
    }

    /**
     * A number of things in words: {@code 21 days}, {@code 21 день}.
     *
     * @param things whose forms stand under {@code lint.<things>.one}, {@code few} and {@code many}
     */
    static LocalizedText counted(int count, String things) {
        return new LocalizedText(
                in(Messages.EN, "lint." + things + (count == 1 ? ".one" : ".many"), count),
                in(Messages.RU, "lint." + things + russianForm(count), count));
    }

    private static String russianForm(int count) {
        int tens = count % 100 / 10;
        int ones = count % 10;
        if (tens == 1 || ones == 0 || ones > 4) {
            return ".many";
        }
        return ones == 1 ? ".one" : ".few";
    }

    private static String in(Locale locale, String key, Object... arguments) {
        return Messages.text(
                locale,
                key,
                Arrays.stream(arguments)
                        .map(a -> a instanceof LocalizedText text ? text.in(locale) : a)
                        .toArray());
    }
}
