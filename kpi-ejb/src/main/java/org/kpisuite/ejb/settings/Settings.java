package org.kpisuite.ejb.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.reports.look.ReportLook;

/** The settings of an installation, from its environment ({@code KPI_ZONE} is {@code kpi.zone}). */
@ApplicationScoped
public class Settings {
    private final Config config;

    public Settings() {
        this(ConfigProvider.getConfig());
    }

    /** Settings from elsewhere than the environment. */
    public Settings(Config config) {
        this.config = config;
    }

    /** The clock of the whole product; nothing below the boundaries reads time by itself. */
    @Produces
    @ApplicationScoped
    public Clock clock() {
        return Clock.systemUTC();
    }

    /** The company's zone: in it an instant falls on a day. */
    public ZoneId zone() {
        return CompanySettings.zone(this::variable);
    }

    /**
     * All that numbers depend on, as it is set now; of an earlier instant see {@link SettingHistory}.
     *
     * @throws IllegalArgumentException by the name of a setting that is wrong
     */
    public CompanySettings company() {
        return CompanySettings.of(this::variable);
    }

    /**
     * The company's fiscal and retail years, and the calendar of its plans: {@code KPI_FISCAL_START},
     * {@code KPI_FISCAL_LABEL}, {@code KPI_RETAIL}, {@code KPI_PLAN_CALENDAR}.
     *
     * @throws IllegalArgumentException by the name of a setting that is wrong
     */
    public CompanyCalendar calendar() {
        return CalendarSettings.calendar(this::variable);
    }

    /** The days that are worked, by the holiday table of {@code KPI_HOLIDAYS}: RU, or NONE for Monday to Friday. */
    public WorkingDays workingDays() {
        return CalendarSettings.workingDays(this::variable);
    }

    /**
     * How files look as it is set now: {@code KPI_LOGO}, {@code KPI_COLOURS}, {@code KPI_PAPER}; of an earlier instant see
     * {@link SettingHistory}.
     *
     * @throws IllegalArgumentException by the name of a setting that is wrong
     */
    public ReportLook look() {
        return LookSettings.set(this::variable);
    }

    /**
     * Whether reports are drawn once beside the start, so that the first one is as fast as the next: {@code KPI_WARM_UP}.
     *
     * @throws IllegalArgumentException by the name of the setting if it is wrong
     */
    public boolean isWarmedUp() {
        return switch (text("kpi.warm.up").orElse("true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("KPI_WARM_UP must be true or false");
        };
    }

    /** A setting by the name that it has in the environment. */
    Optional<String> variable(String name) {
        return text(name.toLowerCase(Locale.ROOT).replace('_', '.'));
    }

    public Locale locale() {
        return Messages.supported(Locale.forLanguageTag(text("kpi.locale").orElse("en")));
    }

    /** Currency of a root unit that names none. */
    public String currency() {
        return CompanySettings.currency(this::variable);
    }

    /** Where files of the installation lie. */
    public Path folder() {
        return Path.of(text("kpi.data").orElse("var/data")).toAbsolutePath();
    }

    /** How long the file of an import is kept whose facts stand: {@code KPI_IMPORT_FILES_DAYS}; for ever unless set. */
    public Optional<Duration> importFilesKept() {
        return text("kpi.import.files.days").map(Long::parseLong).map(Duration::ofDays);
    }

    /** The address under which people reach the pages, without a slash at the end. */
    public String baseUrl() {
        return text("kpi.base.url")
                .map(u -> u.replaceAll("/+$", ""))
                .orElse("http://localhost:" + text("kpi.port").orElse("8080"));
    }

    /** The mail server, {@code smtp[s]://user:password@host:port}; where none is set, mails are files. */
    public Optional<String> smtpUrl() {
        return text("kpi.smtp.url");
    }

    /** Whom mails come from: {@code kpi@example.ru} or {@code KPI Suite <kpi@example.ru>}. */
    public String mailFrom() {
        return text("kpi.mail.from").orElse("kpi@localhost");
    }

    /** Where mails lie as files while no mail server is set. */
    public Path outbox() {
        return folder().resolve("outbox");
    }

    /** The token of the service account, if one is set. */
    public Optional<String> bootstrapToken() {
        return text("kpi.bootstrap.token");
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key, String.class).filter(v -> !v.isBlank());
    }
}
