package org.kpisuite.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.ejb.settings.Settings;

/** The language of an answer: {@code ?lang=}, else Accept-Language, else that of the installation. */
@RequestScoped
public class Language {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Settings settings;

    public Locale locale() {
        String asked = request.getParameter("lang");
        if (asked != null) {
            return Messages.supported(Locale.forLanguageTag(asked));
        }
        return request.getHeader("Accept-Language") == null
                ? settings.locale()
                : Messages.supported(request.getLocale());
    }
}
