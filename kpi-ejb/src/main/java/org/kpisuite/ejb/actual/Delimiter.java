package org.kpisuite.ejb.actual;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;

/** Finds what parts the fields of a header: semicolon, comma or tab, whichever stands most often outside of quotes. */
final class Delimiter {
    private static final char[] KNOWN = {';', ',', '\t'};

    private final FileLayout layout;
    private final BufferedReader text;
    private int left;
    private boolean returned;

    private Delimiter(BufferedReader text, FileLayout layout, int lengthMax) {
        this.layout = layout;
        this.text = text;
        this.left = lengthMax - 1;
    }

    /**
     * The delimiter of the header: of the first line after the preamble that is not empty, or of the one that parted by it holds
     * what the header is known by; the text is left where it was.
     */
    static char of(BufferedReader text, FileLayout layout, int lengthMax) throws IOException {
        text.mark(lengthMax);
        char found = new Delimiter(text, layout, lengthMax).find();
        text.reset();
        return found;
    }

    private char find() throws IOException {
        for (int i = 0; i < layout.preambleRows(); i++) {
            line(false);
        }
        boolean quotes = layout.headerHolds() == null;
        String first = null;
        for (int i = 0; i <= FileLayout.PREAMBLE_ROWS_MAX; i++) {
            String line = line(quotes);
            if (line == null) {
                break;
            }
            if (line.isEmpty()) {
                continue;
            }
            first = first == null ? line : first;
            List<Character> parting = parting(line);
            if (!parting.isEmpty()) {
                return most(line, parting);
            }
        }
        return most(first == null ? "" : first, List.of(KNOWN[0], KNOWN[1], KNOWN[2]));
    }

    /** By what a line may be parted so that it is a header. */
    private List<Character> parting(String line) {
        List<Character> parting = new ArrayList<>();
        for (char known : KNOWN) {
            if (layout.isHeader(SourceRecord.ofTexts(1, fields(line, known)))) {
                parting.add(known);
            }
        }
        return parting;
    }

    private String[] fields(String line, char delimiter) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == layout.quote();
            if (!quoted && c == delimiter) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c != layout.quote()) {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields.toArray(String[]::new);
    }

    private char most(String line, List<Character> known) {
        char best = known.contains(',') ? ',' : known.get(0);
        int most = 1;
        for (char one : known) {
            int fields = fields(line, one).length;
            if (fields > most) {
                best = one;
                most = fields;
            }
        }
        return best;
    }

    /** The next line; null at the end of the text or of what may be looked at. A header may break lines within quotes. */
    private @Nullable String line(boolean quotes) throws IOException {
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (; left > 0; left--) {
            int c = text.read();
            boolean ofBreak = c == '\n' && returned;
            returned = c == '\r';
            if (c < 0) {
                break;
            }
            if (!quoted && (c == '\n' || c == '\r')) {
                if (!ofBreak) {
                    left--;
                    return line.toString();
                }
            } else {
                quoted ^= quotes && c == layout.quote();
                line.append((char) c);
            }
        }
        return line.isEmpty() ? null : line.toString();
    }
}
