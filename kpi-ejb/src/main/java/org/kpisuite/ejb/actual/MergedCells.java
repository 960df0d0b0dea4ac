package org.kpisuite.ejb.actual;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * The merged cells of a sheet. The sheet names them after its rows, so they are looked for before the rows are read: a
 * merge must not be found when its rows are facts already.
 */
final class MergedCells {
    private static final int MERGES_MAX = 200_000;
    private static final byte[] NAME = "mergeCell".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TAG_LENGTH_MAX = 200;

    /** The attributes of a tag as far as that which says what is merged. */
    private static final Pattern TAG =
            Pattern.compile("<[^\\s=>]+(\\s+(?!ref\\b)[\\w:.-]+\\s*=\\s*(\"[^\"]*\"|'[^']*'))*"
                    + "\\s+ref\\s*=\\s*(?<ref>\"[^\"]*\"|'[^']*')");

    private final List<Range> ranges = new ArrayList<>();
    private List<Range> rows = List.of();
    private int at;
    private boolean atBegin = true;

    /** A rectangle of cells; rows are 1-based, columns begin with 0, the ends are in it. */
    private record Range(String text, int firstRow, int lastRow, int firstColumn, int lastColumn) {
        static Optional<Range> of(String text) {
            int colon = text.indexOf(':');
            String first = colon < 0 ? text : text.substring(0, colon);
            String last = text.substring(colon + 1);
            Range range = new Range(
                    text, CellPlace.row(first), CellPlace.row(last), CellPlace.column(first), CellPlace.column(last));
            boolean whole = range.firstRow > 0 && range.lastRow >= range.firstRow && range.firstColumn >= 0;
            return whole && range.lastColumn >= range.firstColumn ? Optional.of(range) : Optional.empty();
        }

        boolean isOneCell() {
            return firstRow == lastRow && firstColumn == lastColumn;
        }
    }

    private MergedCells() {}

    /** Finds the merges in the bytes of a sheet without reading its markup: the text of a cell cannot hold a tag. */
    static MergedCells of(InputStream sheet) throws IOException {
        MergedCells merged = new MergedCells();
        try (BufferedInputStream in = new BufferedInputStream(sheet, 1 << 16)) {
            byte[] buffer = new byte[1 << 16];
            int kept = 0;
            for (int n = in.read(buffer, 0, buffer.length); n >= 0; n = in.read(buffer, kept, buffer.length - kept)) {
                int length = kept + n;
                if (merged.atBegin) {
                    merged.begin(buffer, length);
                }
                int end = merged.scan(buffer, length);
                kept = length - end;
                System.arraycopy(buffer, end, buffer, 0, kept);
            }
            merged.scan(Arrays.copyOf(buffer, kept + TAG_LENGTH_MAX), kept + TAG_LENGTH_MAX);
        }
        merged.ranges.sort(Comparator.comparingInt(Range::firstRow));
        return merged;
    }

    /** Its tags are looked for as bytes of ASCII, which those of UTF-16 are not. */
    private void begin(byte[] buffer, int length) {
        atBegin = false;
        for (int i = 0; i < Math.min(length, 4); i++) {
            if (buffer[i] == 0 || buffer[i] == (byte) 0xfe || buffer[i] == (byte) 0xff) {
                throw FileFormat.refused("FILE-DAMAGED");
            }
        }
    }

    /** Takes the tags of a buffer; how far it is done with, so that a tag that begins near the end is kept. */
    private int scan(byte[] buffer, int length) {
        int end = Math.max(0, length - TAG_LENGTH_MAX);
        for (int i = 0; i < end; i++) {
            if (buffer[i] == '<' && isMerge(buffer, i + 1)) {
                take(new String(buffer, i, TAG_LENGTH_MAX, StandardCharsets.ISO_8859_1));
            }
        }
        return end;
    }

    /** Whether a tag is one of a merge, with whatever prefix. */
    private static boolean isMerge(byte[] buffer, int from) {
        if (buffer[from] == NAME[0] && isName(buffer, from)) {
            return true;
        }
        for (int i = from; i < from + 20; i++) {
            if (buffer[i] == ':') {
                return isName(buffer, i + 1);
            }
            if (buffer[i] == ' ' || buffer[i] == '>' || buffer[i] == '/') {
                return false;
            }
        }
        return false;
    }

    private static boolean isName(byte[] buffer, int from) {
        for (int i = 0; i < NAME.length; i++) {
            if (buffer[from + i] != NAME[i]) {
                return false;
            }
        }
        return buffer[from + NAME.length] <= ' ';
    }

    /** A merge that cannot be understood must not be taken for none: its cells would read as empty. */
    private void take(String text) {
        Matcher tag = TAG.matcher(text);
        if (!tag.lookingAt()) {
            throw XmlPart.damaged();
        }
        String ref = tag.group("ref");
        Range range = Range.of(ref.substring(1, ref.length() - 1)).orElseThrow(XmlPart::damaged);
        if (!range.isOneCell()) {
            ranges.add(range);
        }
        if (ranges.size() > MERGES_MAX) {
            throw new KpiException(Code.E_LIMIT, "mergeCells", String.valueOf(MERGES_MAX));
        }
    }

    /** Fills the text of a cell that is merged across columns into all of them: the upper rows of a header. */
    String[] spread(int row, String[] texts) {
        String[] filled = texts;
        for (Range range : ranges) {
            if (range.firstRow == row && range.firstColumn < texts.length) {
                int end = Math.min(range.lastColumn + 1, RecordHandler.FIELDS_MAX);
                int before = filled.length;
                filled = Arrays.copyOf(filled, Math.max(before, end));
                Arrays.fill(filled, Math.min(before, filled.length), filled.length, "");
                Arrays.fill(filled, range.firstColumn, end, texts[range.firstColumn]);
            }
        }
        return filled;
    }

    /** From here on only merges count that reach into the first columns and below the given row. */
    void narrow(int width, int above) {
        rows = new ArrayList<>();
        at = 0;
        Range last = null;
        for (Range range : ranges) {
            if (range.firstColumn >= width || range.lastRow <= above) {
                continue;
            }
            if (last != null && range.firstRow <= last.lastRow) {
                last = new Range(last.text, last.firstRow, Math.max(last.lastRow, range.lastRow), 0, width);
                rows.set(rows.size() - 1, last);
            } else {
                last = range;
                rows.add(range);
            }
        }
    }

    /** A merge at that row; rows are asked for in their order. */
    Optional<String> at(int row) {
        while (at < rows.size() && rows.get(at).lastRow < row) {
            at++;
        }
        return at < rows.size() && rows.get(at).firstRow <= row ? Optional.of(rows.get(at).text) : Optional.empty();
    }
}
