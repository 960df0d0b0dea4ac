package org.kpisuite.reports.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.kpisuite.domain.actual.TypedCell;

/**
 * Gives a file back as text, in the charset and with the delimiter that it came with.
 *
 * <p>What a spreadsheet would take for a formula gets an apostrophe before it, which the import takes away again; a number
 * with its sign needs none. What a charset cannot say, in a reason, becomes a question mark.
 */
public final class ReturnedText implements ReturnedTable {
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d.,\\u0020\\u00a0\\u202f]*%?");
    private static final Pattern UNCLEAR = Pattern.compile("-?\\d{1,3}\\.\\d{3}");
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String END_OF_RECORD = "\r\n";

    private final Writer out;
    private final char delimiter;
    private final char quote;

    /** The stream is closed with this table. */
    public ReturnedText(OutputStream out, Charset charset, char delimiter, char quote) throws IOException {
        this.delimiter = delimiter;
        this.quote = quote;
        this.out = new BufferedWriter(
                new OutputStreamWriter(
                        out,
                        charset.newEncoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)),
                1 << 16);
        if (charset.equals(StandardCharsets.UTF_8)) {
            this.out.write(BYTE_ORDER_MARK);
        }
    }

    @Override
    public void above(List<ReturnedCell> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            field(cells.get(i).text(), i);
        }
        out.write(END_OF_RECORD);
    }

    @Override
    public void header(String reason, List<ReturnedCell> cells) throws IOException {
        row(reason, cells);
    }

    @Override
    public void row(String reason, List<ReturnedCell> cells) throws IOException {
        field(plain(reason), 0);
        for (int i = 0; i < cells.size(); i++) {
            field(text(cells.get(i)), i + 1);
        }
        out.write(END_OF_RECORD);
    }

    /** A number that is one is written so that nobody can take its decimals for a group of thousands. */
    private static String text(ReturnedCell cell) {
        return cell.typed() instanceof TypedCell.Exact
                        && UNCLEAR.matcher(cell.text()).matches()
                ? cell.text() + "0"
                : cell.text();
    }

    /** A sentence in signs that older charsets have. */
    private static String plain(String reason) {
        return reason.replace('\u2212', '-')
                .replace("→", "->")
                .replace("≥", ">=")
                .replace("≤", "<=");
    }

    private void field(String text, int index) throws IOException {
        if (index > 0) {
            out.write(delimiter);
        }
        String safe = isFormula(text) ? "'" + text : text;
        if (isQuoted(safe)) {
            String mark = String.valueOf(quote);
            out.write(mark + safe.replace(mark, mark + mark) + mark);
        } else {
            out.write(safe);
        }
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
    }

    private boolean isQuoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == quote || c == '\n' || c == '\r') {
                return true;
            }
        }
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
