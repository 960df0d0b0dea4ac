package org.kpisuite.reports.pdf;

/** Text in the template's own markup, for lines of more than one style. */
final class Markup {
    private static final String GREY = "<style forecolor=\"#6A6A6A\">%s</style>";
    private static final String SMALL_GREY = "<style size=\"6.0\" forecolor=\"#6A6A6A\">%s</style>";

    private Markup() {}

    static String plain(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String grey(String text) {
        return GREY.formatted(plain(text));
    }

    static String smallGrey(String text) {
        return SMALL_GREY.formatted(plain(text));
    }
}
