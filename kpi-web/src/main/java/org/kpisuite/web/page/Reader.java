package org.kpisuite.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.domain.scorecard.StatusLimits;
import org.kpisuite.ejb.settings.Settings;

/**
 * Whoever reads the page: language, zone, and how words, numbers and dates are printed for them.
 *
 * <p>The address ({@code lang=en|ru}) decides the language, then what was chosen before (a cookie), then the browser,
 * then the installation.
 */
@Named
@RequestScoped
public class Reader {
    public static final String LANGUAGE = "lang";

    private @Nullable HttpServletRequest request;
    private ZoneId zone = ZoneId.of("UTC");
    private CompanyCalendar calendar = CompanyCalendar.STANDARD;
    private StatusLimits limits = StatusLimits.USUAL;
    private Locale locale = Messages.EN;
    private Texts texts = new Texts(Messages.EN);
    private DateText dates = new DateText(Messages.EN, ZoneId.of("UTC"));

    /** For the proxy of the container. */
    protected Reader() {}

    @Inject
    public Reader(HttpServletRequest request, Settings settings) {
        this.request = request;
        this.calendar = settings.calendar();
        this.limits = settings.company().rules().score().limits();
        speak(chosen(request).orElseGet(() -> accepted(request, settings)), settings.zone());
    }

    /** A reader of that language, outside a request. */
    Reader(Locale locale, ZoneId zone) {
        speak(locale, zone);
    }

    /** The calendars of the company: what a period code means. */
    CompanyCalendar calendar() {
        return calendar;
    }

    /** For which points a status stands, by its name: {@code 70–99.9}. */
    public String points(String status) {
        return limits.text(Status.valueOf(status), locale);
    }

    private void speak(Locale wanted, ZoneId zone) {
        this.zone = zone;
        this.locale = Messages.supported(wanted);
        this.texts = new Texts(locale);
        this.dates = new DateText(locale, zone);
    }

    private static Optional<Locale> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(LANGUAGE))
                .or(() -> cookie(request, LANGUAGE))
                .filter(l -> l.equals("en") || l.equals("ru"))
                .map(Locale::forLanguageTag);
    }

    private static Locale accepted(HttpServletRequest request, Settings settings) {
        return request.getHeader("Accept-Language") == null ? settings.locale() : request.getLocale();
    }

    Optional<String> cookie(String name) {
        return request == null ? Optional.empty() : cookie(request, name);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    public Locale getLocale() {
        return locale;
    }

    public String getLanguage() {
        return locale.getLanguage();
    }

    public boolean isRussian() {
        return locale.equals(Messages.RU);
    }

    public ZoneId getZone() {
        return zone;
    }

    public String text(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /** Whether there is a text of that key. */
    boolean knows(String key) {
        return texts.has(key);
    }

    public NumberText numbers() {
        return NumberText.of(locale);
    }

    /** A whole number, grouped. */
    public String count(long number) {
        return numbers().plain(BigDecimal.valueOf(number));
    }

    public String day(LocalDate date) {
        return dates.day(date);
    }

    public String shortDay(LocalDate date) {
        return dates.shortDay(date);
    }

    public String instant(Instant at) {
        return dates.instant(at);
    }

    /** The time of day alone. */
    public String time(Instant at) {
        return dates.time(at);
    }

    public String shortInstant(Instant at) {
        return dates.shortInstant(at);
    }
}
