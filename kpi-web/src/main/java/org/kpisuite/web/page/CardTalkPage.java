package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.scorecard.Remark;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.scorecard.ScorecardRemarks;

/** What is said about a scorecard, and who does what about its lines until when, on the page of the scorecard. */
@Named("cardTalk")
@RequestScoped
public class CardTalkPage {
    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    ScorecardPage page;

    @EJB
    ScorecardRemarks remarks;

    @EJB
    Caller caller;

    private @Nullable List<Remark.Said> said;
    private @Nullable String text;
    private @Nullable String item;
    private @Nullable String owner;
    private @Nullable String due;

    /** A comment. */
    public record Comment(String place, String by, String text) {}

    /**
     * An action.
     *
     * @param kind of its tag: warn where it is due and not done
     */
    public record Action(
            long id,
            String place,
            String text,
            String owner,
            String due,
            String state,
            String kind,
            String by,
            boolean open) {}

    private List<Remark.Said> said() {
        if (said == null) {
            said = page.getView() == null ? List.of() : remarks.of(page.unit(), page.period(), page.at());
        }
        return said;
    }

    public List<Comment> getComments() {
        return said().stream()
                .filter(s -> s.task().isEmpty())
                .sorted(Comparator.comparing(Remark.Said::at).reversed())
                .map(s -> new Comment(place(s), by(s), s.text()))
                .toList();
    }

    /** What is still to be done first, the most urgent above. */
    public List<Action> getActions() {
        return said().stream()
                .filter(s -> s.task().isPresent())
                .sorted(Comparator.comparing((Remark.Said s) -> task(s).doneAt().isPresent())
                        .thenComparing(s -> task(s).due()))
                .map(this::action)
                .toList();
    }

    private static Remark.Task task(Remark.Said action) {
        return action.task().orElseThrow();
    }

    private Action action(Remark.Said action) {
        Remark.Task task = task(action);
        boolean late = task.doneAt().isEmpty() && task.due().isBefore(caller.today());
        return new Action(
                action.id(),
                place(action),
                action.text(),
                task.owner(),
                reader.day(task.due()),
                task.doneAt()
                        .map(at -> reader.text("ctalk.done-at", reader.shortInstant(at)))
                        .orElseGet(() -> reader.text(late ? "ctalk.late" : "ctalk.open")),
                late ? "warn" : "",
                by(action),
                task.doneAt().isEmpty());
    }

    private String place(Remark.Said one) {
        return one.item().map(key -> names().getOrDefault(key, key)).orElseGet(() -> reader.text("ctalk.whole"));
    }

    private String by(Remark.Said one) {
        return PlanText.person(one.author()) + ", " + reader.shortInstant(one.at());
    }

    private Map<String, String> names() {
        return rows().stream().collect(Collectors.toMap(ScorecardRow::getKey, ScorecardRow::getName, (a, b) -> a));
    }

    private List<ScorecardRow> rows() {
        return Optional.ofNullable(page.getView()).map(ScorecardView::getBlocks).orElse(List.of()).stream()
                .flatMap(b -> b.rows().stream())
                .toList();
    }

    /** What a remark may be about: lines of a plan by their key. */
    public List<PlansPage.Choice> getItems() {
        ScorecardView view = page.getView();
        return view == null || !view.isPlanned()
                ? List.of()
                : rows().stream()
                        .map(r -> new PlansPage.Choice(r.getKey(), r.getName()))
                        .toList();
    }

    /** Names of the red lines on which nobody acts: the quarter cannot be closed with them. */
    public String getIdle() {
        Set<String> actedOn = said().stream()
                .filter(s -> s.task().isPresent())
                .flatMap(s -> s.item().stream())
                .collect(Collectors.toSet());
        return rows().stream()
                .filter(r -> r.isScored() && r.getStatus() == Status.RED && !actedOn.contains(r.getKey()))
                .map(ScorecardRow::getName)
                .collect(Collectors.joining("; "));
    }

    /** Whether the person may say something about the scorecard as it is now. */
    public boolean isWriter() {
        return page.getView() != null && !page.isPast() && remarks.mayComment(page.unit());
    }

    /** Whether the person may act for the department. */
    public boolean isActor() {
        return isWriter() && remarks.mayAct(page.unit());
    }

    public String comment() {
        remarks.comment(page.unit(), page.period(), about(), text());
        return done("ctalk.said");
    }

    /** Writes an action. Refuses E-FIELD-VALUE for what is no day. */
    public String act() {
        remarks.act(
                page.unit(), page.period(), about(), text(), new Remark.Task(given(owner), day(), Optional.empty()));
        return done("ctalk.acted");
    }

    public String finish(long action) {
        remarks.finish(page.unit(), page.period(), action);
        return done("ctalk.finished");
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(given(due));
        } catch (DateTimeParseException e) {
            throw new KpiException(Code.E_FIELD_VALUE, reader.text("ctalk.due"), given(due), "2026-12-05");
        }
    }

    private Optional<String> about() {
        return Optional.ofNullable(item).filter(i -> !i.isBlank());
    }

    private String text() {
        return given(text);
    }

    private static String given(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private String done(String message) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text(message), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/scorecard?faces-redirect=true&unit=" + page.unit() + "&period="
                + page.period().code();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable String getItem() {
        return item;
    }

    public void setItem(@Nullable String item) {
        this.item = item;
    }

    public @Nullable String getOwner() {
        return owner;
    }

    public void setOwner(@Nullable String owner) {
        this.owner = owner;
    }

    public @Nullable String getDue() {
        return due;
    }

    public void setDue(@Nullable String due) {
        this.due = due;
    }
}
