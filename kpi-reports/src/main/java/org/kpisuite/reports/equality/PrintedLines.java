package org.kpisuite.reports.equality;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of an output, searched for printed numbers. */
final class PrintedLines {
    /** Not the tail of a longer number, nor one of another sign. */
    private static final String BEFORE = "(?<![0-9.,+\u2212])(?<![0-9][\u00A0\u202F])";

    /** Not the head of a longer number. */
    private static final String AFTER = "(?![0-9])(?![.,][0-9])(?![\u00A0\u202F][0-9]{3})";

    /** Between numbers of one line: names, units and signs, no other number. */
    private static final String GAP = "[^0-9\n]*?";

    private static final String ANY_SPACE = "[ \u00A0\u202F]";

    private final String text;

    PrintedLines(String text) {
        this.text = text;
    }

    /** How often these stand one after the other on one line. */
    long count(List<String> printed) {
        String pattern = printed.stream().map(PrintedLines::number).collect(Collectors.joining(GAP));
        return Pattern.compile(pattern).matcher(text).results().count();
    }

    /** Readers of files take one space for another. */
    boolean contains(String words) {
        return plain(text).contains(plain(words));
    }

    private static String plain(String text) {
        return text.replaceAll(ANY_SPACE, " ");
    }

    private static String number(String printed) {
        String quoted = printed.chars()
                .mapToObj(c -> Character.isSpaceChar(c) ? ANY_SPACE : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        return BEFORE + quoted + AFTER;
    }
}
