package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.TypedCell;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;

/**
 * Reads one cell after the other: its text, and what it is where it is no text.
 *
 * <p>Numbers are the decimal text that the file holds. Excel stores binary fractions with up to 17 digits, 0.178 as
 * {@code 0.17799999999999999}; what it shows and means has 15, and so has what is read.
 */
final class XlsxCell {
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);
    private static final int NUMBER_LENGTH_MAX = 64;
    private static final int EXPONENT_MAX = 400;

    private final Workbook workbook;
    private final boolean monthDates;
    private int column;
    private int style;
    private String type = "n";
    private String text = "";
    private @Nullable TypedCell cell;
    private @Nullable String formula;

    XlsxCell(Workbook workbook, boolean monthDates) {
        this.workbook = workbook;
        this.monthDates = monthDates;
    }

    /** Reads the cell that has just begun up to its end; the one after the given column where it does not say. */
    void read(XmlPart part, int columnBefore) throws IOException {
        column = columnBefore + 1;
        style = 0;
        type = "n";
        text = "";
        cell = null;
        formula = null;
        attributes(part);
        String value = null;
        while (part.next() && !part.isEnd("c")) {
            if (!part.isStart()) {
                continue;
            }
            switch (part.name()) {
                case "v" -> value = part.text();
                case "is" -> text = part.richText();
                case "f" -> formula = part.text();
                default -> {
                    // extensions say nothing about the value
                }
            }
        }
        if (value != null) {
            value(value);
        } else if (formula != null && text.isEmpty()) {
            text = "=" + formula;
            cell = new TypedCell.Failed(Refusal.of(Code.E_XLSX_ERROR, text));
        }
    }

    private void attributes(XmlPart part) {
        for (int i = part.attributes() - 1; i >= 0; i--) {
            String name = part.attributeName(i);
            if (name.length() != 1) {
                continue;
            }
            switch (name.charAt(0)) {
                case 'r' -> column = CellPlace.column(part.attribute(i));
                case 's' -> style = index(part.attribute(i));
                case 't' -> type = part.attribute(i);
                default -> {
                    // nothing else tells what a cell holds
                }
            }
        }
    }

    private void value(String value) throws IOException {
        switch (type) {
            case "s" -> text = workbook.texts().text(index(value.strip()));
            case "str", "inlineStr" -> text = XmlPart.unescaped(value);
            case "b" -> text = value.strip().equals("1") || value.strip().equals("true") ? "TRUE" : "FALSE";
            case "e" -> {
                text = value;
                cell = new TypedCell.Failed(Refusal.of(Code.E_XLSX_ERROR, value));
            }
            case "d" -> dated(value.strip());
            default -> number(value.strip());
        }
    }

    private static int index(String value) {
        int index = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9' || i > 8) {
                throw XmlPart.damaged();
            }
            index = index * 10 + c - '0';
        }
        return index;
    }

    private void number(String value) {
        if (value.isEmpty()) {
            return;
        }
        BigDecimal number = exact(value);
        if (number == null) {
            text = value;
            cell = new TypedCell.Failed(Refusal.of(Code.E_NUM_FORMAT, value));
            return;
        }
        CellFormats.Shown shown = workbook.formats().of(style);
        Optional<LocalDateTime> at =
                shown == CellFormats.Shown.DATE ? workbook.dates().at(number) : Optional.empty();
        if (at.isPresent()) {
            day(at.get());
        } else if (shown == CellFormats.Shown.TIME) {
            text = DateSystem.duration(number);
        } else {
            boolean percent = shown == CellFormats.Shown.PERCENT;
            cell = new TypedCell.Exact(number, percent);
            text = percent
                    ? plain(number.movePointRight(2)) + "%"
                    : value.indexOf('E') < 0 && value.length() <= SHOWN.getPrecision() ? value : plain(number);
        }
    }

    private static String plain(BigDecimal number) {
        return number.scale() > 0 ? number.stripTrailingZeros().toPlainString() : number.toPlainString();
    }

    /** A number as Excel shows it; null where the text is none, or none that a workbook can hold. */
    static @Nullable BigDecimal exact(String value) {
        if (value.length() > NUMBER_LENGTH_MAX) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(value);
            if (Math.abs((long) number.scale()) > EXPONENT_MAX) {
                return null;
            }
            return number.precision() > SHOWN.getPrecision()
                    ? number.round(SHOWN).stripTrailingZeros()
                    : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private void dated(String value) {
        try {
            text = value;
            if (value.length() == 10) {
                day(LocalDate.parse(value).atStartOfDay());
            } else if (value.indexOf('T') > 0) {
                day(DateTimeFormatter.ISO_DATE_TIME.parse(value, LocalDateTime::from));
            }
        } catch (DateTimeException e) {
            cell = new TypedCell.Failed(Refusal.of(Code.E_PERIOD_FORMAT, value));
        }
    }

    private void day(LocalDateTime at) {
        LocalDate day = at.toLocalDate();
        cell = new TypedCell.Day(day);
        if (!at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            text = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at);
        } else {
            boolean month = monthDates && day.getDayOfMonth() == 1;
            text = month ? day.toString().substring(0, 7) : day.toString();
        }
    }

    int column() {
        return column;
    }

    String text() {
        return text;
    }

    @Nullable
    TypedCell cell() {
        return cell;
    }

    boolean isFormula() {
        return formula != null;
    }
}
