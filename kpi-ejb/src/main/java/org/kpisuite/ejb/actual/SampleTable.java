package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ColumnName;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;

/**
 * The table of a sample before anybody said how it lies: which line is its header, what parts its fields.
 *
 * <p>The header is the first of the widest kind of lines; lines above it are a preamble, and where the width of lines
 * below differs they are left out, and so are lines of totals.
 */
final class SampleTable {
    private static final int RECORDS_MAX = 2_000;
    private static final char[] DELIMITERS = {';', ',', '\t', '|'};
    private static final int LINES_MAX = 60;
    private static final Pattern TOTAL = Pattern.compile("(?iu)(итого|всего|total|grand total)\\b.{0,40}");

    private final @Nullable Character delimiter;
    private final String charset;
    private final int preamble;
    private final List<String> header;
    private final List<List<String>> rows;
    private final List<SourceRecord> records;

    private SampleTable(
            @Nullable Character delimiter,
            String charset,
            List<SourceRecord> records,
            int preamble,
            List<List<String>> rows) {
        this.delimiter = delimiter;
        this.charset = charset;
        this.records = records;
        this.preamble = preamble;
        this.header = List.of(records.get(preamble).texts());
        this.rows = rows;
    }

    static SampleTable of(SampleFile sample) throws IOException {
        boolean text = FileFormat.of(sample.file()) == FileFormat.TEXT;
        Character delimiter = text ? delimiter(sample.text()) : null;
        String charset = text ? sample.charset().name() : "UTF-8";
        List<SourceRecord> records = new ArrayList<>();
        TableFile.read(sample.file(), new FileLayout(charset, delimiter, '"', 0, 1, null, false), new RecordSink() {
            @Override
            public boolean header(SourceRecord header) {
                return records.add(header);
            }

            @Override
            public boolean row(SourceRecord row) {
                return records.add(row) && records.size() < RECORDS_MAX;
            }
        });
        int first = header(records);
        List<String> header = List.of(records.get(first).texts());
        List<List<String>> rows = records.subList(first + 1, records.size()).stream()
                .filter(r -> r.width() == header.size() && !r.isBlank())
                .filter(r -> Stream.of(r.texts()).noneMatch(SampleTable::isTotal))
                .map(r -> List.of(r.texts()))
                .toList();
        return new SampleTable(delimiter, charset, records, first, rows);
    }

    /** The delimiter by which the most lines have the same number of fields, more than one. */
    private static char delimiter(String text) {
        List<String> lines =
                text.lines().limit(LINES_MAX).filter(l -> !l.isBlank()).toList();
        char best = ',';
        long bestScore = 0;
        for (char candidate : DELIMITERS) {
            Map<Integer, Integer> widths = new HashMap<>();
            lines.forEach(line -> widths.merge(fields(line, candidate), 1, Integer::sum));
            long score = widths.entrySet().stream()
                    .filter(e -> e.getKey() > 1)
                    .mapToLong(e -> e.getValue() * 1_000L + e.getKey())
                    .max()
                    .orElse(0);
            if (score > bestScore) {
                bestScore = score;
                best = candidate;
            }
        }
        return best;
    }

    private static int fields(String line, char delimiter) {
        int fields = 1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            fields += !quoted && c == delimiter ? 1 : 0;
        }
        return fields;
    }

    /** Index of the first record that is as wide as most and whose cells are texts that differ. */
    private static int header(List<SourceRecord> records) {
        Map<Integer, Integer> widths = new HashMap<>();
        records.forEach(r -> widths.merge(r.width(), 1, Integer::sum));
        int usual = widths.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        return IntStream.range(0, records.size())
                .filter(i -> records.get(i).width() == usual && isHeader(records.get(i)))
                .findFirst()
                .orElse(0);
    }

    private static boolean isHeader(SourceRecord record) {
        Set<String> seen = new HashSet<>();
        int given = 0;
        for (String text : record.texts()) {
            String word = text.strip();
            if (!word.isEmpty() && !seen.add(word)) {
                return false;
            }
            given += word.isEmpty() || word.startsWith("#") ? 0 : 1;
        }
        return 2 * given > record.width();
    }

    Optional<Character> delimiter() {
        return Optional.ofNullable(delimiter);
    }

    String charset() {
        return charset;
    }

    /** Records above the header. */
    int preamble() {
        return preamble;
    }

    List<String> header() {
        return header;
    }

    List<List<String>> rows() {
        return rows;
    }

    /** Whether a text is the word of a line of totals. */
    static boolean isTotal(String text) {
        return TOTAL.matcher(text.strip()).matches();
    }

    /** The texts of all records below the header, also of those of another width. */
    Stream<String> cells() {
        return records.subList(preamble + 1, records.size()).stream().flatMap(r -> Stream.of(r.texts()));
    }

    /** The texts of a column that are not empty. */
    List<String> column(int index) {
        return rows.stream()
                .map(r -> r.get(index).strip())
                .filter(t -> !t.isEmpty())
                .toList();
    }

    boolean has(ColumnName column) {
        return column.isIn(header);
    }
}
