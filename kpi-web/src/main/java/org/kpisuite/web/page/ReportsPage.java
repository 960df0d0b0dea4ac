package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.report.IssuedReports;
import org.kpisuite.ejb.report.ReportFilter;
import org.kpisuite.web.page.PlansPage.Choice;

/** Files that were issued: {@code /reports?unit=&format=&sort=&page=}. */
@Named("reports")
@RequestScoped
public class ReportsPage {
    @Inject
    Reader reader;

    @EJB
    IssuedReports reports;

    @EJB
    Units units;

    private @Nullable String unit;
    private @Nullable String format;
    private @Nullable String sort;
    private int page = 1;
    private IssuedReports.@Nullable Page found;
    private @Nullable Map<String, String> names;

    /** One file in the list. */
    public record Row(
            long id, String name, String format, String language, String asOf, String at, String by, String code) {}

    private IssuedReports.Page found() {
        if (found == null) {
            found = reports.list(new ReportFilter(
                    given(unit),
                    chosen(format, ReportFormat.class),
                    Optional.empty(),
                    Optional.empty(),
                    chosen(sort, ReportFilter.Order.class).orElse(ReportFilter.Order.ISSUED),
                    Pager.skipped(page),
                    Pager.ROWS));
        }
        return found;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    private static <E extends Enum<E>> Optional<E> chosen(@Nullable String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(c -> name != null && c.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    public List<Row> getRows() {
        return found().rows().stream().map(this::row).toList();
    }

    private Row row(IssuedReport report) {
        return new Row(
                report.id(),
                names().getOrDefault(report.unit(), report.unit()) + ", "
                        + report.period().code(),
                report.format().name(),
                report.locale().getLanguage(),
                reader.instant(report.asOf()),
                reader.instant(report.issuedAt()),
                by(report, reader),
                report.traceCode().orElse("—"));
    }

    /** Who asked for it: a schedule, or somebody by hand. */
    static String by(IssuedReport report, Reader reader) {
        if (report.runId().isPresent()) {
            return reader.text("report.by.schedule");
        }
        return report.issuedBy().orElse("—");
    }

    private Map<String, String> names() {
        if (names == null) {
            names = units.list().stream()
                    .collect(Collectors.toMap(OrgUnit::code, u -> u.name().in(reader.getLocale())));
        }
        return names;
    }

    public long getTotal() {
        return found().total();
    }

    public String getTotalText() {
        return reader.text("reports.total", reader.count(getTotal()));
    }

    /** Whether nothing was ever issued of what the person sees. */
    public boolean isNothing() {
        return getTotal() == 0 && given(unit).isEmpty() && given(format).isEmpty();
    }

    public List<Choice> getUnits() {
        return units.list().stream()
                .map(u -> new Choice(u.code(), u.name().in(reader.getLocale())))
                .toList();
    }

    public List<String> getFormats() {
        return Arrays.stream(ReportFormat.values()).map(Enum::name).toList();
    }

    public List<Choice> getSorts() {
        return Arrays.stream(ReportFilter.Order.values())
                .map(o -> new Choice(o.name(), reader.text("reports.sort." + o.name())))
                .toList();
    }

    /** The columns of the list that will be here. */
    public List<String> getGhost() {
        return Stream.of("delivery.report", "report.as-of", "report.at", "report.by")
                .map(reader::text)
                .toList();
    }

    public Pager getPager() {
        return new Pager(page, getTotal(), reader);
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public void setUnit(@Nullable String unit) {
        this.unit = unit;
    }

    public @Nullable String getFormat() {
        return format;
    }

    public void setFormat(@Nullable String format) {
        this.format = format;
    }

    public @Nullable String getSort() {
        return sort;
    }

    public void setSort(@Nullable String sort) {
        this.sort = sort;
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }
}
