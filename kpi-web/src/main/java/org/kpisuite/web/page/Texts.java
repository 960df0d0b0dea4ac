package org.kpisuite.web.page;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.kpisuite.domain.failure.Messages;

/** The texts of the pages in one language, by key. An unknown key is a defect and throws. */
public final class Texts {
    static final String BUNDLE = "org.kpisuite.web.page.texts";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    public Texts(Locale wanted) {
        this.locale = Messages.supported(wanted);
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), NO_FALLBACK);
    }

    /** The text of a key with its arguments set in; in a text with arguments {@code ''} is an apostrophe. */
    public String of(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }
}
