package org.kpisuite.reports.wording;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.kpisuite.domain.failure.Messages;

/** The texts of one bundle in one language, by key. An unknown key is a defect and throws. */
public final class Wording {
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Wording(Locale locale, ResourceBundle bundle) {
        this.locale = locale;
        this.bundle = bundle;
    }

    /** English is the base bundle, as everywhere in the product. */
    public static Wording of(String bundle, Locale wanted) {
        Locale locale = Messages.supported(wanted);
        Locale file = locale.equals(Messages.RU) ? Messages.RU : Locale.ROOT;
        return new Wording(locale, ResourceBundle.getBundle(bundle, file, Wording.class.getClassLoader(), NO_FALLBACK));
    }

    /** What all outputs share. */
    static Wording shared(Locale wanted) {
        return of("org.kpisuite.reports.wording.wording", wanted);
    }

    /** A text that there need not be. */
    Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** The text of a key with its arguments set in; numbers come as printed text. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
