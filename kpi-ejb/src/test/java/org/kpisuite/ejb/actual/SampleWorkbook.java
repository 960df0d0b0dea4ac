package org.kpisuite.ejb.actual;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.NumberNotation;

/** An export as the same program writes it into a workbook: dates, numbers and percents are cells of their kind, not texts. */
final class SampleWorkbook {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
    private static final Pattern ENGLISH = Pattern.compile("-?(0|[1-9]\\d*|[1-9]\\d{0,2}(,\\d{3})+)(\\.\\d+)?");
    private static final Pattern RUSSIAN = Pattern.compile("-?(0|[1-9]\\d*|[1-9]\\d{0,2}([ \u00a0]\\d{3})+)(,\\d+)?");
    private static final List<DateTimeFormatter> MOMENTS = List.of(
            format("yyyy-MM-dd HH:mm"),
            format("dd.MM.yyyy H:mm:ss"),
            format("dd.MM.yyyy HH:mm"),
            format("M/d/yyyy H:mm:ss"),
            format("MM/dd/yyyy HH:mm"),
            format("MM/dd/yyyy hh:mm:ss a"));
    private static final List<DateTimeFormatter> DAYS =
            List.of(format("yyyy-MM-dd"), format("dd.MM.yyyy"), format("MM/dd/yyyy"));

    private final boolean russian;

    private SampleWorkbook(NumberNotation numbers) {
        this.russian = numbers == NumberNotation.RU;
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    static byte[] of(byte[] sample, FileLayout layout, NumberNotation numbers) throws IOException {
        String text = new String(sample, Charset.forName(layout.charset())).replace("\ufeff", "");
        SampleWorkbook book = new SampleWorkbook(numbers);
        StringBuilder rows = new StringBuilder();
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .fieldSeparator(layout.delimiter() == null ? delimiter(text) : layout.delimiter())
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (CsvRecord record : records) {
                rows.append("<row>");
                record.getFields().forEach(field -> rows.append(book.cell(field)));
                rows.append("</row>");
            }
        }
        return new XlsxParts()
                .formats("General", "dd.mm.yyyy hh:mm", "0.0%")
                .sheet(rows.toString())
                .bytes();
    }

    /** Of the two that samples use. */
    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElseThrow();
        return header.indexOf(';') >= 0 ? ';' : ',';
    }

    private String cell(String text) {
        Optional<BigDecimal> date = date(text);
        if (date.isPresent()) {
            return "<c s='1'><v>" + date.get().toPlainString() + "</v></c>";
        }
        if (text.endsWith("%") && isNumber(text.substring(0, text.length() - 1))) {
            return "<c s='2'><v>" + number(text.substring(0, text.length() - 1)).movePointLeft(2) + "</v></c>";
        }
        if (isNumber(text)) {
            return "<c s='0'><v>" + number(text).toPlainString() + "</v></c>";
        }
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return text.isEmpty() ? "<c/>" : "<c t='inlineStr'><is><t xml:space='preserve'>" + escaped + "</t></is></c>";
    }

    private boolean isNumber(String text) {
        return (russian ? RUSSIAN : ENGLISH).matcher(text).matches();
    }

    private BigDecimal number(String text) {
        return new BigDecimal(russian ? text.replaceAll("[ \u00a0]", "").replace(',', '.') : text.replace(",", ""));
    }

    private static Optional<BigDecimal> date(String text) {
        for (DateTimeFormatter format : MOMENTS) {
            try {
                LocalDateTime at = LocalDateTime.parse(text, format);
                BigDecimal seconds = BigDecimal.valueOf(at.toLocalTime().toSecondOfDay());
                return Optional.of(
                        days(at.toLocalDate()).add(seconds.divide(SECONDS_OF_DAY, 10, RoundingMode.HALF_UP)));
            } catch (DateTimeParseException ignored) {
                // Not of this format: the next is tried.
            }
        }
        for (DateTimeFormatter format : DAYS) {
            try {
                return Optional.of(days(LocalDate.parse(text, format)));
            } catch (DateTimeParseException ignored) {
                // Not of this format: the next is tried.
            }
        }
        return Optional.empty();
    }

    private static BigDecimal days(LocalDate day) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(EPOCH, day));
    }
}
