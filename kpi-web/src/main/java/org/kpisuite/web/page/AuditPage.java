package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.audit.AuditRecord;
import org.kpisuite.domain.audit.AuditVerdict;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.ejb.audit.AuditFilter;
import org.kpisuite.ejb.audit.AuditLog;
import org.kpisuite.ejb.plan.PlanEvidence;

/** What was done, by whom, and whether the record of it is whole: {@code /audit?object=&actor=&from=&to=&before=}. */
@Named("audit")
@RequestScoped
public class AuditPage {
    private static final int ROWS = 50;

    /** Pages that show an object, by its kind. */
    private static final Map<String, String> PAGES = Map.of(
            "plan", "plan?id=",
            "import", "import?id=",
            "period", "periods?period=",
            "unit", "unit?code=",
            "indicator", "indicator?code=",
            "measure", "measure?code=",
            "pair", "pair?code=",
            "source", "source?code=",
            "import-profile", "import-profile?code=");

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @EJB
    AuditLog log;

    @EJB
    PlanEvidence evidence;

    private @Nullable String object;
    private @Nullable String actor;
    private @Nullable String from;
    private @Nullable String to;
    private @Nullable Long before;
    private AuditLog.@Nullable Page found;

    /**
     * One record.
     *
     * @param person who did it, and for whom
     * @param page that shows the object; empty where none does
     * @param changes what was changed, field by field
     */
    public record Row(
            long seq,
            String at,
            String person,
            String action,
            String object,
            String page,
            String unit,
            List<AuditChanges.Change> changes,
            String request) {}

    private AuditLog.Page found() {
        if (found == null) {
            found = log.list(new AuditFilter(
                    given(object),
                    given(actor),
                    day(from).map(this::start),
                    day(to).map(d -> start(d.plusDays(1))),
                    Optional.ofNullable(before),
                    ROWS));
        }
        return found;
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }

    /** A day that cannot be read filters nothing; the field shows it as it is. */
    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return given(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(reader.getZone()).toInstant();
    }

    public List<Row> getRows() {
        return found().rows().stream().map(this::row).toList();
    }

    private Row row(AuditRecord record) {
        Deed deed = record.deed();
        String who = record.origin().actor();
        String kind = deed.object().substring(0, Math.max(0, deed.object().indexOf('/')));
        String page = PAGES.getOrDefault(kind, "");
        return new Row(
                record.seq(),
                reader.instant(record.at()),
                deed.onBehalfOf().map(p -> reader.text("audit.for", who, p)).orElse(who),
                action(deed.action()),
                deed.object(),
                page.isEmpty() ? "" : page + deed.object().substring(kind.length() + 1),
                deed.unit().orElse(""),
                AuditChanges.between(deed.before(), deed.after()),
                record.origin().request().orElse(""));
    }

    private String action(String name) {
        String key = "audit.action." + name;
        return reader.knows(key) ? reader.text(key) : name;
    }

    public String getNext() {
        return found().next().map(String::valueOf).orElse("");
    }

    public boolean isFiltered() {
        return given(object).isPresent()
                || given(actor).isPresent()
                || given(from).isPresent()
                || given(to).isPresent()
                || before != null;
    }

    public boolean isNothing() {
        return found().rows().isEmpty() && !isFiltered();
    }

    /** Walks the whole chain and the signatures of all plans, and says what it found. */
    public void verify() {
        AuditVerdict verdict = log.verify();
        FacesMessage.Severity severity = verdict.isWhole() ? FacesMessage.SEVERITY_INFO : FacesMessage.SEVERITY_ERROR;
        String sentence = verdict.text(reader.getLocale());
        faces.addMessage(null, new FacesMessage(severity, sentence, sentence));
        evidence.verify().ifPresent(fault -> {
            String told = fault.text(reader.getLocale());
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, told, told));
        });
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return List.of(reader.text("audit.at"), reader.text("audit.person"), reader.text("audit.what"));
    }

    public @Nullable String getObject() {
        return object;
    }

    public void setObject(@Nullable String object) {
        this.object = object;
    }

    public @Nullable String getActor() {
        return actor;
    }

    public void setActor(@Nullable String actor) {
        this.actor = actor;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable String getTo() {
        return to;
    }

    public void setTo(@Nullable String to) {
        this.to = to;
    }

    public @Nullable Long getBefore() {
        return before;
    }

    public void setBefore(@Nullable Long before) {
        this.before = before;
    }
}
