package org.kpisuite.domain.leadlag;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.UnitKind;

/** Series for tests: written down, of the vectors, or of the shared files. */
final class SampleSeries {
    static final LagTerms MONTHS = new LagTerms(Granularity.MONTH, 1, 0, 12, false);

    private static final Period FIRST = Period.parse("2000-01");

    private SampleSeries() {}

    static LagTerms months(int maxPlausibleLag) {
        return new LagTerms(Granularity.MONTH, 1, 0, maxPlausibleLag, false);
    }

    /** Values of consecutive periods; NaN leaves a period out. */
    static LagSeries of(String code, UnitKind unit, Period first, double... values) {
        TreeMap<Period, BigDecimal> byPeriod = new TreeMap<>();
        Period period = first;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                byPeriod.put(period, BigDecimal.valueOf(value));
            }
            period = period.plus(1);
        }
        return new LagSeries(code, new LocalizedText(code, code), unit, byPeriod);
    }

    static LagSeries monthly(String code, double... values) {
        return of(code, UnitKind.COUNT, FIRST, values);
    }

    static LeadLagAnalysis monthly(LagTerms terms, double[] x, double[] y) {
        return LeadLagAnalysis.of(terms, monthly("X", x), monthly("Y", y));
    }

    /** A worked example of the vectors, such as D-A. */
    static LeadLagAnalysis example(String id, int maxPlausibleLag) {
        return monthly(months(maxPlausibleLag), vector(id, "x"), vector(id, "y"));
    }

    static double[] vector(String id, String side) {
        Pattern numbers = Pattern.compile("\"" + id + "\"[^}]*\"" + side + "\":\\s*\\[([^]]*)]");
        try (InputStream in = SampleSeries.class.getResourceAsStream("/org/kpisuite/domain/scorecard/vectors.json")) {
            Matcher matcher = numbers.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!matcher.find()) {
                throw new IllegalArgumentException("no vector " + id);
            }
            return Arrays.stream(matcher.group(1).split(","))
                    .map(String::strip)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A column of a shared file; NaN where it is blank or NA. Skips the test where the file is not there. */
    static double[] column(String file, String column) {
        Path path = Stream.of("../../shared/data", "../shared/data")
                .map(p -> Path.of(p).resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(path != null, "no ../shared/data/" + file);
        try {
            List<String> lines = Files.readAllLines(path);
            int at = Arrays.asList(lines.get(0).replace("\"", "").split(",")).indexOf(column);
            return lines.stream()
                    .skip(1)
                    .map(l -> l.split(",", -1)[at])
                    .mapToDouble(v -> v.isBlank() || v.equals("NA") ? Double.NaN : Double.parseDouble(v))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Period period(Granularity granularity, int year) {
        return Period.of(granularity, LocalDate.of(year, 1, 4));
    }
}
