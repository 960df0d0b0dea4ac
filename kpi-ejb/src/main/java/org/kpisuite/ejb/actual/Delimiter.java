package org.kpisuite.ejb.actual;

import java.io.BufferedReader;
import java.io.IOException;
import org.kpisuite.domain.actual.FileLayout;

/** Finds what parts the fields of a header: semicolon, comma or tab, whichever stands most often outside of quotes. */
final class Delimiter {
    private static final char[] KNOWN = {';', ',', '\t'};

    private Delimiter() {}

    /** The delimiter of the first line after the preamble that is not empty; the text is left where it was. */
    static char of(BufferedReader text, FileLayout layout, int lengthMax) throws IOException {
        int[] counts = new int[KNOWN.length];
        boolean quoted = false;
        boolean any = false;
        text.mark(lengthMax);
        for (int i = 0; i < layout.preambleRows(); i++) {
            text.readLine();
        }
        for (int i = 0; i < lengthMax - 1; i++) {
            int c = text.read();
            if (c < 0 || (any && !quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            quoted ^= c == layout.quote();
            any |= c != '\n' && c != '\r';
            for (int k = 0; k < KNOWN.length; k++) {
                counts[k] += !quoted && c == KNOWN[k] ? 1 : 0;
            }
        }
        text.reset();
        return most(counts);
    }

    private static char most(int[] counts) {
        int best = counts[0] > 0 ? 0 : 1;
        for (int k = 0; k < counts.length; k++) {
            best = counts[k] > counts[best] ? k : best;
        }
        return KNOWN[best];
    }
}
