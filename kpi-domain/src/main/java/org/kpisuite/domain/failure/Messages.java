package org.kpisuite.domain.failure;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of the product in its two languages, one bundle each, by key. An unknown key is a defect and throws. */
public final class Messages {
    public static final Locale EN = Locale.ENGLISH;
    public static final Locale RU = Locale.forLanguageTag("ru");

    private static final String BUNDLE = "org.kpisuite.domain.messages";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private Messages() {}

    /** The language of the product that serves a reader best: Russian for Russian, else English. */
    public static Locale supported(Locale wanted) {
        return "ru".equals(wanted.getLanguage()) ? RU : EN;
    }

    /** The text of a key with its arguments set in; in the text {@code ''} is an apostrophe. */
    public static String text(Locale locale, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(
                        BUNDLE, bundleLocale(locale), Messages.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, supported(locale)).format(arguments);
    }

    /** English is the base bundle. */
    private static Locale bundleLocale(Locale locale) {
        return supported(locale).equals(RU) ? RU : Locale.ROOT;
    }

    /** Whether a key has a text in that language. */
    public static boolean has(Locale locale, String key) {
        return ResourceBundle.getBundle(BUNDLE, bundleLocale(locale), Messages.class.getClassLoader(), NO_FALLBACK)
                .containsKey(key);
    }
}
