package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanContent;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.plan.RoleTemplate;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.plan.PlanDiffs;
import org.kpisuite.ejb.plan.Plans;

/**
 * The editor of a draft: {@code /plan-edit?id=}. What is typed lives with the view; with every step it is looked at by the
 * lint and, as far as all of it can be read, stored.
 */
@Named("planEdit")
@ViewScoped
public class PlanEditPage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int UNDO_MAX = 100;

    @Inject
    transient Reader reader;

    @Inject
    transient FacesContext faces;

    @Inject
    transient PasswordProof proof;

    @Inject
    transient EditorFigures figures;

    @Inject
    transient Clock clock;

    @EJB
    transient Plans plans;

    @EJB
    transient PlanDiffs diffs;

    @EJB
    transient Catalogues catalogues;

    private final ArrayDeque<DraftPlan> before = new ArrayDeque<>();
    private long id;
    private long version;
    private String shown = "";
    private DraftPlan draft = DraftPlan.empty();
    private DraftPlan last = DraftPlan.empty();
    private DraftPlan stored = DraftPlan.empty();
    private @Nullable Instant savedAt;
    /** The plan of the quarter before, as it would be typed; empty for none. */
    private DraftPlan quarterBefore = DraftPlan.empty();

    private long beforeId;
    private String beforeName = "";
    private boolean conflicting;

    /** What somebody else stored, as it was shown beside what is typed; null until both were compared. */
    private @Nullable DraftPlan theirs;

    private long comparedVersion;
    private @Nullable String opened;
    private @Nullable String focus;
    private @Nullable String usage;
    private @Nullable String cut;
    private @Nullable String template;
    private transient @Nullable Plan plan;
    private transient @Nullable EditorSheet sheet;

    /** Reads the draft once; afterwards it is that of the view. Refuses E-NOT-FOUND, E-FORBIDDEN. */
    public void open() {
        if (!plans.actions(getPlan()).contains(PlanAction.EDIT)) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        take(getPlan());
        last = draft.copy();
        diffs.of(id).before().ifPresent(p -> {
            beforeId = p.id();
            beforeName = getPlan().basedOn().isPresent()
                    ? reader.text("editor.revision", p.revision())
                    : p.period().code();
            quarterBefore = getPlan().basedOn().isPresent() ? DraftPlan.empty() : new DraftPlan(p.written(), text());
        });
    }

    private void take(Plan read) {
        version = read.version();
        shown = read.contentHash();
        draft = new DraftPlan(read.written(), text());
        stored = draft.copy();
    }

    private PlanText text() {
        return new PlanText(catalogues.get(), reader);
    }

    /** The plan as it is stored. */
    public Plan getPlan() {
        if (plan == null) {
            plan = plans.get(id);
        }
        return plan;
    }

    /** What the page shows; worked out anew after every step. */
    public EditorSheet getSheet() {
        if (sheet == null) {
            sheet = figures.sheet(getPlan(), draft, quarterBefore);
            sheet.keepRight();
        }
        return sheet;
    }

    /** Takes in what was typed. */
    public void look() {
        settle();
    }

    /** Whatever came in becomes one step that can be undone, and is stored. */
    private void settle() {
        sheet = null;
        focus = null;
        if (!draft.state().equals(last.state())) {
            before.push(last);
            if (before.size() > UNDO_MAX) {
                before.removeLast();
            }
        }
        save();
        getSheet();
        last = draft.copy();
    }

    /** Stores the draft if all of it can be read and nobody else has stored another one. */
    private void save() {
        DraftReading reading =
                new DraftReading(reader, catalogues.get(), getPlan().period());
        Optional<PlanContent> content = reading.content(draft);
        if (content.isEmpty() || !reading.unclear().isEmpty()) {
            return;
        }
        draft.spellAs(content.get(), text());
        if (conflicting || draft.state().equals(stored.state())) {
            return;
        }
        try {
            draft.takeAnswers(
                    plans.edit(id, content.get(), Optional.of(version)).written());
            stored = draft.copy();
            savedAt = clock.instant();
            plan = plans.get(id);
            version = plan.version();
            shown = plan.contentHash();
            // Somebody stored theirs between the two: it is theirs that is read now.
            conflicting = !PlanDiff.of(content.get(), plan.written()).isEmpty();
        } catch (KpiException e) {
            if (e.code() != Code.E_VERSION) {
                throw e;
            }
            conflicting = true;
            plan = plans.get(id);
        }
    }

    public void undo() {
        sheet = null;
        if (!draft.state().equals(last.state())) {
            draft = last.copy();
        } else if (!before.isEmpty()) {
            draft = before.pop();
        }
        last = draft.copy();
        settle();
    }

    /** Adds a line for an indicator, as a KPI or a metric, perhaps for a cut of it. */
    public void add(String indicator) {
        Map<String, String> dimensions = cut == null ? Map.of() : Dimensions.parse(cut);
        Usage as = Usage.DIAG.name().equals(usage) ? Usage.DIAG : Usage.EVAL;
        catalogues.get().indicator(indicator).ifPresent(i -> {
            DraftItem added = new DraftItem(i, dimensions, as, text());
            if (draft.item(added.getKey()).isPresent()) {
                throw new KpiException(Code.E_ITEM_TWICE, added.getKey());
            }
            draft.getItems().add(added);
            settle();
            focus = added.getKey();
            opened = as == Usage.DIAG ? added.getKey() : null;
        });
        cut = null;
    }

    public void remove(DraftItem item) {
        draft.getItems().remove(item);
        opened = null;
        settle();
        faces.addMessage(null, message(reader.text("editor.removed", item.getShortName())));
    }

    public void move(DraftItem item, int step) {
        draft.move(item, step);
        settle();
        focus = item.getKey();
    }

    public void turn(DraftItem item) {
        item.turn();
        settle();
    }

    public void restore(DraftItem item, String field) {
        item.restore(field);
        settle();
        focus = item.getKey();
    }

    /** Answers a finding with what was answered when its rule said something else. */
    public void keepAnswer(EditorLine.Remark remark) {
        draft.moveAnswer(remark.stale(), remark.key());
        settle();
    }

    /** Takes the marks that the past proposes for a line. */
    public void propose(DraftItem item) {
        getSheet().proposals(item).forEach(item::propose);
        settle();
        focus = item.getKey();
    }

    /** Takes them for all KPIs. */
    public void proposeAll() {
        draft.items(Usage.EVAL).forEach(item -> getSheet().proposals(item).forEach(item::propose));
        settle();
    }

    /** Fills an empty draft with the items of a role template and the marks that the past proposes. */
    public void fromTemplate() {
        RoleTemplate.find(Objects.requireNonNullElse(template, ""))
                .ifPresent(t -> fill(
                        new PlanContent(draft.getStage(), t.items(catalogues.get(), reader.getLocale()), List.of())));
        proposeAll();
    }

    /** Fills an empty draft with the items of the plan in force in the quarter before. */
    public void fromBefore() {
        diffs.of(id).before().ifPresent(p -> fill(p.written().renewed(catalogues.get())));
        settle();
    }

    private void fill(PlanContent content) {
        draft = new DraftPlan(content, text());
        sheet = null;
    }

    /** The plan that this one comes after; 0 for none. */
    public long getBeforeId() {
        return beforeId;
    }

    /** The quarter before, or the revision before; empty for none. */
    public String getBeforeName() {
        return beforeName;
    }

    public void addTalk() {
        draft.addTalk(catalogues.today());
        settle();
    }

    public void removeTalk(Map<String, String> talk) {
        draft.removeTalk(talk);
        settle();
    }

    public void show(DraftItem item) {
        settle();
        opened = item.getKey();
    }

    public void hide() {
        settle();
        focus = opened;
        opened = null;
    }

    /** The line that stands open beside the table; null for none. */
    public @Nullable EditorLine getOpened() {
        return getSheet().line(opened);
    }

    /** Takes what somebody else stored; what was typed here can be had back by undoing. */
    public void takeTheirs() {
        before.push(draft.copy());
        plan = null;
        take(getPlan());
        last = draft.copy();
        conflicting = false;
        theirs = null;
        settle();
    }

    /**
     * Stores what was typed here over what somebody else stored, after both were shown side by side. What was stored in the
     * meantime is not overwritten: it is shown in its turn.
     */
    public void keepMine() {
        version = comparedVersion;
        conflicting = false;
        settle();
        if (conflicting) {
            compare();
        } else {
            theirs = null;
        }
    }

    public void compare() {
        settle();
        plan = null;
        theirs = new DraftPlan(getPlan().written(), text());
        comparedVersion = getPlan().version();
    }

    public boolean isConflicting() {
        return conflicting;
    }

    /** What is stored, and what is typed here instead. */
    public List<DraftDifference> getDifferences() {
        return theirs == null ? List.of() : DraftDifference.between(theirs, draft, reader);
    }

    /** Asks for a decision; the password is asked for unless it was entered lately. */
    public @Nullable String submit() {
        settle();
        if (!draft.state().equals(stored.state())) {
            faces.addMessage(
                    null, new FacesMessage(FacesMessage.SEVERITY_ERROR, reader.text("editor.unsaved.submit"), null));
            return null;
        }
        proof.require();
        plans.submit(id, shown);
        faces.addMessage(null, message(reader.text("done.SUBMIT")));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/plan?faces-redirect=true&id=" + id;
    }

    private static FacesMessage message(String sentence) {
        return new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null);
    }

    /** When it was last stored, or that it is not. */
    public String getSaved() {
        if (!draft.state().equals(stored.state())) {
            return reader.text("editor.unsaved");
        }
        return savedAt == null ? reader.text("editor.as-stored") : reader.text("editor.saved", reader.time(savedAt));
    }

    /** Steps that can be undone. */
    public int getSteps() {
        return before.size();
    }

    public DraftPlan getDraft() {
        return draft;
    }

    /** Key of the line to go to; null for staying. */
    public @Nullable String getFocus() {
        return focus;
    }

    public long getId() {
        return id;
    }

    public void setId(long id) {
        this.id = id;
    }

    public @Nullable String getUsage() {
        return usage;
    }

    public void setUsage(@Nullable String usage) {
        this.usage = usage;
    }

    public @Nullable String getCut() {
        return cut;
    }

    public void setCut(@Nullable String cut) {
        this.cut = cut;
    }

    public @Nullable String getTemplate() {
        return template;
    }

    public void setTemplate(@Nullable String template) {
        this.template = template;
    }
}
