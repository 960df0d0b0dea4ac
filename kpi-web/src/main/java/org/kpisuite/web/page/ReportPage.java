package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.report.ReportDefinition;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.RestatedSince;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.ejb.delivery.Deliveries;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.report.IssuedReports;

/** One issued file: what it was made of, who got it, what was restated since: {@code /report?id=&again=}. */
@Named("report")
@RequestScoped
public class ReportPage {
    @Inject
    Reader reader;

    @Inject
    HttpServletRequest request;

    @EJB
    IssuedReports reports;

    @EJB
    Deliveries deliveries;

    @EJB
    Units units;

    private @Nullable IssuedReport report;
    private List<Delivery> mails = List.of();
    private List<Taker> takers = List.of();
    private List<Change> changes = List.of();
    private Optional<IssuedReports.Rebuilt> rebuilt = Optional.empty();

    /** A fact about the report; codes and hashes in their own face. */
    public record Fact(String name, String value, boolean code) {}

    /** Whom it was sent to. */
    public record Recipient(String address, Status sign, String state, String at) {}

    /** Who took it by hand. */
    public record Taker(String person, String at) {}

    /** A cell that was restated since, and one value that was changed for it. */
    public record Change(
            String name,
            String period,
            String before,
            String after,
            String measure,
            String values,
            String origin,
            String address,
            String reason) {}

    /** Reads the report that the address names. */
    public void open() {
        long id = id();
        IssuedReport found = reports.get(id);
        report = found;
        mails = deliveries.of(found);
        takers = reports.downloads(id).stream()
                .map(d -> new Taker(d.person(), reader.instant(d.at())))
                .toList();
        changes = reports.restated(id).cells().stream()
                .flatMap(c -> changes(c).stream())
                .toList();
        rebuilt = request.getParameter("again") == null ? Optional.empty() : Optional.of(reports.rebuild(id));
    }

    private long id() {
        String given = request.getParameter("id");
        if (given == null || !given.matches("[0-9]{1,18}")) {
            throw new KpiException(Code.E_NOT_FOUND, "report " + given);
        }
        return Long.parseLong(given);
    }

    private List<Change> changes(RestatedSince.Cell cell) {
        ItemText text = new ItemText(cell.item(), reader.getLocale());
        List<Change> rows = new ArrayList<>();
        for (RestatedSince.Change by : cell.by()) {
            boolean first = rows.isEmpty();
            rows.add(new Change(
                    first ? text.name() : "",
                    first ? cell.period().code() : "",
                    first ? value(cell, cell.before()) : "",
                    first ? value(cell, cell.after()) : "",
                    by.measure() + (by.dims().isEmpty() ? "" : " " + by.dims()) + ", "
                            + by.period().code(),
                    plain(by.before()) + " → " + plain(by.after()),
                    reader.text("report.origin", by.file(), String.valueOf(by.row())),
                    "import?id=" + by.importId(),
                    by.reason() == null ? "" : by.reason()));
        }
        if (rows.isEmpty()) {
            rows.add(new Change(
                    text.name(),
                    cell.period().code(),
                    value(cell, cell.before()),
                    value(cell, cell.after()),
                    "—",
                    "",
                    "",
                    "",
                    ""));
        }
        return rows;
    }

    private String value(RestatedSince.Cell cell, @Nullable BigDecimal value) {
        return value == null
                ? NumberText.NO_VALUE
                : reader.numbers().value(value, cell.item().rounding());
    }

    private String plain(@Nullable BigDecimal value) {
        return value == null ? NumberText.NO_VALUE : reader.numbers().plain(new BigDecimal(Decimals.plain(value)));
    }

    private IssuedReport report() {
        if (report == null) {
            throw new IllegalStateException("the page was not opened");
        }
        return report;
    }

    /** {@code Marketing, 2026-Q4: PDF in Russian, as of 23 Nov 2026 07:00}. */
    public String getHeadline() {
        return reader.text(
                "report.title",
                unitName(),
                report().period().code(),
                report().format().name(),
                reader.text("report.language." + report().locale().getLanguage()));
    }

    private String unitName() {
        return units.list().stream()
                .filter(u -> u.code().equals(report().unit()))
                .map(OrgUnit::name)
                .map(n -> n.in(reader.getLocale()))
                .findFirst()
                .orElse(report().unit());
    }

    public String getAbout() {
        return reader.text(
                "report.about",
                reader.instant(report().asOf()),
                reader.instant(report().issuedAt()),
                ReportsPage.by(report(), reader));
    }

    public List<Fact> getFacts() {
        ReportDefinition definition = report().definition();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                reader.text("report.definition"),
                report().unit() + " · " + report().period().code() + " · " + report().asOf(),
                true));
        definition.organisation().ifPresent(o -> facts.add(new Fact(reader.text("report.organisation"), o, false)));
        definition.comparison().ifPresent(c -> facts.add(new Fact(reader.text("report.comparison"), c, false)));
        definition.currency().ifPresent(c -> facts.add(new Fact(reader.text("report.currency"), c, false)));
        facts.add(new Fact(
                reader.text("report.plan"),
                report().planHash().orElseGet(() -> reader.text("report.plan.none")),
                true));
        facts.add(new Fact(
                reader.text("report.file"), "SHA-256 " + report().file().sha256(), true));
        facts.add(new Fact(
                reader.text("report.size"),
                reader.text("report.bytes", reader.count(report().file().bytes())),
                false));
        report().look().ifPresent(l -> facts.add(new Fact(reader.text("report.look"), l, true)));
        report().traceCode().ifPresent(c -> facts.add(new Fact(reader.text("report.code"), c, true)));
        return facts;
    }

    public String getId() {
        return String.valueOf(report().id());
    }

    /** The scorecard as it was then. */
    public String getCard() {
        return "scorecard?unit=" + report().unit() + "&period="
                + report().period().code() + "&asOf=" + report().asOf();
    }

    public List<Recipient> getRecipients() {
        return mails.stream()
                .map(d -> new Recipient(
                        d.recipient().text(),
                        DeliveriesPage.sign(d.state(), d.attempts()),
                        reader.text("delivery.state." + d.state().name()),
                        reader.instant(d.endedAt().orElse(d.plannedAt()))))
                .toList();
    }

    public List<Taker> getTakers() {
        return takers;
    }

    public List<Change> getChanges() {
        return changes;
    }

    /** Whether it was made again just now. */
    public boolean isAgain() {
        return rebuilt.isPresent();
    }

    /** Whether that is the very same file. */
    public boolean isSame() {
        return rebuilt.filter(IssuedReports.Rebuilt::isSame).isPresent();
    }

    /** Why it is another file, or what the same one proves. */
    public String getProof() {
        return rebuilt.map(r -> r.isSame()
                        ? reader.text("report.again.same", r.file().sha256())
                        : reader.text(
                                report().look().filter(r.look()::equals).isPresent()
                                        ? "report.again.other"
                                        : "report.again.look",
                                r.file().sha256()))
                .orElse("");
    }
}
