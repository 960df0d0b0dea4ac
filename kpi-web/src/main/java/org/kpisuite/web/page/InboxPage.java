package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanAction;
import org.kpisuite.domain.plan.PlanState;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.plan.Plans;
import org.kpisuite.ejb.settings.Settings;

/** Everything that is awaited from the person, the most urgent first; its count stands in the top bar of every page. */
@Named("inbox")
@RequestScoped
public class InboxPage {
    private static final List<PlanAction> AWAITED = List.of(PlanAction.APPROVE, PlanAction.CHECK, PlanAction.SUBMIT);

    @Inject
    Reader reader;

    @Inject
    Frame frame;

    @Inject
    Settings settings;

    @EJB
    Plans plans;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private @Nullable List<Waiting> waiting;

    private record Waiting(Plan plan, PlanAction action) {}

    /** Something to do. */
    public record Row(
            long id, String unit, String period, int revision, String what, String due, String left, boolean over) {}

    /** Whether the person may have anything to do with plans at all. */
    public boolean isShown() {
        return frame.getSections().contains(Section.PLANS);
    }

    private List<Waiting> waiting() {
        if (waiting == null) {
            PlanDue due = due();
            waiting = plans.waitingForMe().stream()
                    .flatMap(p -> awaited(p).map(a -> new Waiting(p, a)).stream())
                    .sorted(Comparator.comparing(
                            w -> due.day(w.plan()).orElse(LocalDate.MAX), Comparator.<LocalDate>naturalOrder()))
                    .toList();
        }
        return waiting;
    }

    /** The step that is awaited; what one merely may do, such as to begin a revision, is none. */
    private Optional<PlanAction> awaited(Plan plan) {
        List<PlanAction> actions = plans.actions(plan);
        Optional<PlanAction> step = AWAITED.stream().filter(actions::contains).findFirst();
        boolean over = caller.today().isAfter(plan.period().endInclusive());
        if (step.isEmpty() && over && actions.contains(PlanAction.CLOSE)) {
            return Optional.of(PlanAction.CLOSE);
        }
        boolean returned = plan.state() == PlanState.RETURNED && actions.contains(PlanAction.EDIT);
        return step.isEmpty() && returned ? Optional.of(PlanAction.EDIT) : step;
    }

    private PlanDue due() {
        return new PlanDue(settings.workingDays(), caller.today(), reader);
    }

    public int getCount() {
        return waiting().size();
    }

    public String getTitle() {
        return waiting().isEmpty() ? reader.text("plans.title.none") : reader.text("plans.title", getCount());
    }

    public List<Row> getRows() {
        PlanDue due = due();
        return waiting().stream()
                .map(w -> new Row(
                        w.plan().id(),
                        units.get(w.plan().unit()).name().in(reader.getLocale()),
                        w.plan().period().code(),
                        w.plan().revision(),
                        reader.text("action." + w.action().name()),
                        due.day(w.plan()).map(reader::day).orElse(""),
                        due.distance(w.plan()),
                        due.isOver(w.plan())))
                .toList();
    }
}
