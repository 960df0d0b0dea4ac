package org.kpisuite.ejb.actual;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.actual.DateIntake;
import org.kpisuite.domain.actual.GivenNumber;
import org.kpisuite.domain.actual.NumberIntake;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.domain.actual.PeriodIntake;
import org.kpisuite.domain.actual.Reading;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** A column of a sample: what its texts can be read as. */
final class SampleColumn {
    private static final List<String> PATTERNS = List.of(
            "yyyyMMdd",
            "dd.MM.yyyy HH:mm:ss",
            "dd/MM/yyyy",
            "MM/dd/yyyy",
            "M/d/yyyy",
            "dd/MM/yyyy HH:mm:ss",
            "MM/dd/yyyy HH:mm",
            "M/d/yyyy H:mm:ss",
            "MM/dd/yyyy hh:mm:ss a",
            "MMM d, yyyy",
            "MMM d, yyyy hh:mm a",
            "yyyy-MM-dd'T'HH:mm:ssXXX",
            "dd.MM.yy");

    private final int index;
    private final String header;
    private final List<String> texts;

    SampleColumn(int index, String header, List<String> texts) {
        this.index = index;
        this.header = header;
        this.texts = texts;
    }

    int index() {
        return index;
    }

    String header() {
        return header;
    }

    List<String> texts() {
        return texts;
    }

    List<String> distinct() {
        return texts.stream().distinct().toList();
    }

    /**
     * How a column of dates is written.
     *
     * @param patterns none for the notations of the contract; more than one where nobody can know which
     * @param granularity of its periods
     */
    record Dates(List<String> patterns, Granularity granularity) {}

    private static DateIntake reader(List<String> patterns) {
        PeriodIntake notation = new PeriodIntake(CompanyCalendar.STANDARD, null);
        return new DateIntake(patterns, ZoneOffset.UTC, notation::read);
    }

    /** A period as a header can be; empty where it is none. */
    static Optional<Period> period(String text) {
        return reader(List.of()).read(text) instanceof Reading.Value<Period> value
                ? Optional.of(value.value())
                : Optional.empty();
    }

    /** How the dates are written where all texts are dates; empty where they are not. */
    Optional<Dates> dates() {
        if (texts.isEmpty()) {
            return Optional.empty();
        }
        boolean bareNumbers = texts.stream().allMatch(t -> t.matches("\\d{1,7}|\\d{9,}"));
        if (!bareNumbers && readsAll(List.of())) {
            return granularity(List.of()).map(g -> new Dates(List.of(), g));
        }
        List<String> fitting =
                PATTERNS.stream().filter(p -> readsAll(List.of(p))).toList();
        return fitting.isEmpty()
                ? Optional.empty()
                : granularity(fitting.subList(0, 1)).map(g -> new Dates(fitting, g));
    }

    private boolean readsAll(List<String> patterns) {
        DateIntake reader = reader(patterns);
        return texts.stream().allMatch(t -> reader.read(t) instanceof Reading.Value<Period>);
    }

    private Optional<Granularity> granularity(List<String> patterns) {
        return reader(patterns).read(texts.get(0)) instanceof Reading.Value<Period> first
                ? Optional.of(first.value().granularity())
                : Optional.empty();
    }

    /** How many of the texts are numbers in each notation. */
    Map<NumberNotation, Integer> numbers() {
        Map<NumberNotation, Integer> counts = new EnumMap<>(NumberNotation.class);
        for (NumberNotation notation : NumberNotation.values()) {
            NumberIntake reader = new NumberIntake(notation);
            counts.put(notation, (int) texts.stream()
                    .filter(t -> !(reader.read(t) instanceof Reading.Refused<GivenNumber>))
                    .count());
        }
        return counts;
    }

    /** Whether nearly all texts are numbers in some notation. */
    boolean isNumeric() {
        int best = numbers().values().stream().max(Integer::compare).orElse(0);
        return !texts.isEmpty() && 10 * best >= 9 * texts.size();
    }

    /** The numbers in that notation. */
    List<BigDecimal> values(NumberNotation notation) {
        NumberIntake reader = new NumberIntake(notation);
        List<BigDecimal> values = new ArrayList<>();
        for (String text : texts) {
            if (reader.read(text) instanceof Reading.Value<GivenNumber> number) {
                values.add(number.value().value());
            }
        }
        return values;
    }

    /** Whether a comma before two digits or a space between groups says that the numbers are Russian. */
    static boolean looksRussian(String text) {
        return text.matches("[-−]?\\d{1,3}([ \\u00a0\\u202f]\\d{3})+(,\\d+)?") || text.matches("[-−]?\\d+,\\d{1,2}");
    }

    /** Whether a comma between groups of three says that the numbers are English. */
    static boolean looksEnglish(String text) {
        return text.matches("[-−]?\\d{1,3}(,\\d{3})+(\\.\\d+)?") || text.matches("[-−]?\\d+\\.\\d{1,2}");
    }
}
