package org.kpisuite.domain.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of a plan as it is stored. The part of {@link Plan} that its authors write. */
@MappedSuperclass
abstract class WrittenContent {
    @Column(name = "business_stage")
    private @Nullable String businessStage;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_item", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<PlanItem> items = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_child", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<ChildWeight> children = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_consultation", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Consultation> consultations = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "plan_answer", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<Answer> answers = new ArrayList<>();

    final void write(PlanContent content) {
        businessStage = content.businessStage();
        items = new ArrayList<>(content.items());
        children = new ArrayList<>(content.children());
        consultations = new ArrayList<>(content.consultations());
        answers = new ArrayList<>(content.answers());
    }

    /** What its authors have written. */
    public PlanContent written() {
        return new PlanContent(businessStage, items, children, consultations, answers);
    }

    public Optional<String> businessStage() {
        return Optional.ofNullable(businessStage);
    }

    public List<PlanItem> items() {
        return List.copyOf(items);
    }

    public Optional<PlanItem> item(String key) {
        return items.stream().filter(i -> i.key().equals(key)).findFirst();
    }

    /** Departments below that make the index of the children; empty for none. */
    public List<ChildWeight> children() {
        return List.copyOf(children);
    }

    public List<Consultation> consultations() {
        return List.copyOf(consultations);
    }

    /** Why the plan is right although a rule warns. */
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** The answer to a finding; empty as long as nobody has given one. */
    public Optional<Answer> answer(Finding finding) {
        return answers.stream().filter(a -> a.answers(finding)).findFirst();
    }
}
