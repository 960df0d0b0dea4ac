package org.kpisuite.domain.actual;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/**
 * Reads numbers as people and programs write them, and refuses what can be read in two ways.
 *
 * <p>{@code 1 234,56}, {@code 1,234.56}, {@code (5)}, {@code −5}, {@code 12,5 %}, {@code 1 000 ₽}; never an exponent,
 * never a word of scale. Source: domain specification §8.3.
 */
public final class NumberIntake {
    private static final Set<String> NO_VALUE = Set.of("", "-", "—", "–", "н/д", "n/a", "null");
    private static final Pattern SCALE_WORD = Pattern.compile(
            "[\\d.,\\s\\u00a0\\u202f\\u2009]*\\d\\s*(k|m|b|bn|mn|mln|mio|thousand|million|billion|тыс|млн|млрд|трлн|т)\\.?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** No number is longer, and reading a million digits takes seconds. */
    private static final int LENGTH_MAX = 100;

    private final NumberNotation notation;

    public NumberIntake(NumberNotation notation) {
        this.notation = notation;
    }

    /** The number of that text; {@link Reading.Nothing} if it says that there is none. */
    public Reading<GivenNumber> read(String text) {
        String stripped = NumberMarks.strip(text);
        if (stripped.length() <= 4 && NO_VALUE.contains(stripped.toLowerCase(Locale.ROOT))) {
            return new Reading.Nothing<>();
        }
        if (stripped.length() > LENGTH_MAX) {
            return Reading.refuse(Code.E_NUM_FORMAT, stripped);
        }
        if (isPlain(stripped)) {
            return Reading.of(new GivenNumber(new BigDecimal(stripped), false, Set.of()));
        }
        NumberMarks marks = NumberMarks.of(stripped);
        DigitGroups groups = DigitGroups.of(marks.core());
        if (groups == null) {
            Code code = SCALE_WORD.matcher(marks.core()).matches() ? Code.E_NUM_SUFFIX : Code.E_NUM_FORMAT;
            return Reading.refuse(code, stripped);
        }
        return value(stripped, marks, groups);
    }

    /** Digits alone, as in most files: nothing about them can be misread. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private Reading<GivenNumber> value(String given, NumberMarks marks, DigitGroups groups) {
        return switch (meaning(groups)) {
            case WRONG -> Reading.refuse(Code.E_NUM_FORMAT, given);
            case AMBIGUOUS ->
                Reading.refuse(
                        Code.E_NUM_AMBIGUOUS,
                        groups.whole().toPlainString(),
                        groups.decimal().toPlainString());
            case WHOLE -> reading(marks, groups.whole(), List.of());
            case DECIMAL -> reading(marks, groups.decimal(), foreignMark(groups));
        };
    }

    private List<Refusal> foreignMark(DigitGroups groups) {
        return notation == NumberNotation.RU && groups.lastMark() == '.'
                ? List.of(Refusal.of(Code.W_NUM_DOT, groups.decimal().toPlainString()))
                : List.of();
    }

    private static Reading<GivenNumber> reading(NumberMarks marks, BigDecimal value, List<Refusal> warnings) {
        BigDecimal signed = marks.negative() ? value.negate() : value;
        return new Reading.Value<>(new GivenNumber(signed, marks.percent(), marks.currencies()), warnings);
    }

    private enum Meaning {
        WHOLE,
        DECIMAL,
        AMBIGUOUS,
        WRONG
    }

    private Meaning meaning(DigitGroups groups) {
        if (groups.marks() == 0) {
            return groups.isGroupedBySpaces(0) || groups.spaces() == 0 ? Meaning.WHOLE : Meaning.WRONG;
        }
        if (groups.spaces() > 0) {
            return groups.marks() == 1 && groups.isGroupedBySpaces(1) ? decimal(groups) : Meaning.WRONG;
        }
        if (groups.hasBothMarks()) {
            return groups.isLastMarkSingle() && groups.isGroupedByMarks(1) ? decimalIfOwn(groups) : Meaning.WRONG;
        }
        return groups.marks() == 1 ? single(groups) : repeated(groups);
    }

    /** A mark that can only be decimal. A point in a Russian file is understood, a comma in an English one is not. */
    private Meaning decimal(DigitGroups groups) {
        return notation == NumberNotation.EN && groups.lastMark() == ',' ? Meaning.WRONG : Meaning.DECIMAL;
    }

    /** Beside another grouping mark only the notation's own decimal mark will do. */
    private Meaning decimalIfOwn(DigitGroups groups) {
        boolean foreign = groups.lastMark() == ',' ? notation == NumberNotation.EN : notation == NumberNotation.RU;
        return foreign ? Meaning.WRONG : Meaning.DECIMAL;
    }

    private Meaning single(DigitGroups groups) {
        if (!groups.isGroupedByMarks(0)) {
            return decimal(groups);
        }
        if (groups.lastMark() == ',') {
            return switch (notation) {
                case RU -> Meaning.DECIMAL;
                case EN -> Meaning.WHOLE;
                case AUTO -> Meaning.AMBIGUOUS;
            };
        }
        return notation == NumberNotation.EN ? Meaning.DECIMAL : Meaning.AMBIGUOUS;
    }

    private Meaning repeated(DigitGroups groups) {
        boolean foreign = groups.lastMark() == ',' ? notation == NumberNotation.RU : notation == NumberNotation.EN;
        return foreign || !groups.isGroupedByMarks(0) ? Meaning.WRONG : Meaning.WHOLE;
    }
}
