package org.kpisuite.ejb.actual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the styles of a workbook show numbers as: a number, a percentage, a date, a time. */
final class CellFormats {
    /** What a number of that format is. */
    enum Shown {
        NUMBER,
        PERCENT,
        DATE,
        TIME
    }

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"?|[\\\\_*].");
    private static final Pattern ELAPSED = Pattern.compile("\\[(?:h+|m+|s+|ч+|м+|с+)]");
    private static final Pattern BRACKETS = Pattern.compile("\\[[^]]*]?");
    private static final Pattern HALF_DAY = Pattern.compile("am/pm|a/p");
    private static final Pattern FRACTION = Pattern.compile("(s|\\[s+])[.,]0+");
    private static final Pattern RUSSIAN = Pattern.compile("д{1,4}|м{2,5}|г{2,4}");
    private static final int FORMATS_MAX = 65_536;

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Shown> styles = new ArrayList<>();

    /** The formats of a workbook without styles. */
    static CellFormats none() {
        return new CellFormats();
    }

    static CellFormats read(XmlPart styles) {
        CellFormats formats = new CellFormats();
        boolean cells = false;
        while (styles.next()) {
            if (styles.isStart("numFmt") && formats.codes.size() < FORMATS_MAX) {
                String code = styles.attribute("formatCode");
                formats.codes.put(styles.number("numFmtId", -1), code == null ? "" : code);
            } else if (styles.name().equals("cellXfs")) {
                cells = styles.isStart();
            } else if (cells && styles.isStart("xf") && formats.styles.size() < FORMATS_MAX) {
                formats.styles.add(formats.shown(styles.number("numFmtId", 0)));
            }
        }
        return formats;
    }

    /** What a number of that style is. */
    Shown of(int style) {
        return style >= 0 && style < styles.size() ? styles.get(style) : Shown.NUMBER;
    }

    private Shown shown(int id) {
        String code = codes.get(id);
        return code == null ? builtIn(id) : shown(code);
    }

    /** The formats that have a number and no code; 27 to 36 and 50 to 58 are dates of East Asian languages. */
    private static Shown builtIn(int id) {
        if (id == 9 || id == 10) {
            return Shown.PERCENT;
        }
        if (isIn(id, 14, 17) || id == 22 || isIn(id, 27, 31) || id == 36 || isIn(id, 50, 54) || isIn(id, 57, 58)) {
            return Shown.DATE;
        }
        boolean time = isIn(id, 18, 21) || isIn(id, 32, 35) || isIn(id, 45, 47) || isIn(id, 55, 56);
        return time ? Shown.TIME : Shown.NUMBER;
    }

    private static boolean isIn(int id, int first, int last) {
        return id >= first && id <= last;
    }

    /** What a format code shows a number as, by its first section and without its literals, colours and locales. */
    static Shown shown(String formatCode) {
        String code = QUOTED.matcher(formatCode).replaceAll("").toLowerCase(Locale.ROOT);
        String section = code.indexOf(';') < 0 ? code : code.substring(0, code.indexOf(';'));
        if (section.equals("general") || section.equals("standard") || section.equals("основной")) {
            return Shown.NUMBER;
        }
        if (ELAPSED.matcher(section).find()) {
            return Shown.TIME;
        }
        String bare = FRACTION.matcher(
                        HALF_DAY.matcher(BRACKETS.matcher(section).replaceAll(""))
                                .replaceAll("h"))
                .replaceAll("$1");
        if (bare.indexOf('0') >= 0 || bare.indexOf('#') >= 0 || bare.indexOf('?') >= 0) {
            return bare.indexOf('%') >= 0 ? Shown.PERCENT : Shown.NUMBER;
        }
        boolean time = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
        boolean day = bare.indexOf('d') >= 0
                || bare.indexOf('y') >= 0
                || RUSSIAN.matcher(bare).find();
        if (day || (!time && bare.indexOf('m') >= 0)) {
            return Shown.DATE;
        }
        return time ? Shown.TIME : Shown.NUMBER;
    }
}
