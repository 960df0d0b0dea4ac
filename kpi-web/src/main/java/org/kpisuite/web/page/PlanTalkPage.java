package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.plan.PlanComments;
import org.kpisuite.ejb.plan.PlanPeople;
import org.kpisuite.ejb.plan.Plans;

/** What is said about a plan, its items and their fields, on the page of the plan. */
@Named("planTalk")
@RequestScoped
public class PlanTalkPage {
    private static final Set<Role> WRITERS = Set.of(Role.AUTHOR, Role.HEAD, Role.CONTROLLER, Role.APPROVER);

    /** What a comment may be about of an item, then of the plan. */
    private static final List<String> FIELDS = List.of(
            "weight",
            "target",
            "low",
            "high",
            "floor",
            "stretch",
            "baseline",
            "floorScore",
            "cap",
            "phasing",
            "gate.threshold",
            "qualityPair",
            "controllability",
            "influencers",
            "goalLink",
            "goalValue",
            "coverageFactor",
            "explains",
            "owner",
            "dataSource",
            "formula",
            "rationale",
            "businessStage");

    @Inject
    Reader reader;

    @Inject
    PlanPage page;

    @EJB
    Plans plans;

    @EJB
    PlanComments comments;

    @EJB
    PlanPeople people;

    @EJB
    Catalogues catalogues;

    @EJB
    Caller caller;

    private @Nullable String text;
    private @Nullable String item;
    private @Nullable String field;
    private boolean blocking;
    private final Map<Long, String> replies = new HashMap<>();
    private @Nullable List<Topic> threads;

    /** A comment with its answers. */
    public record Topic(
            long id, String place, String by, String text, boolean blocking, String resolved, List<Answer> answers) {}

    /** An answer. */
    public record Answer(String by, String text) {}

    private Plan plan() {
        return plans.get(page.getId());
    }

    private PlanText words() {
        return new PlanText(catalogues.get(), reader);
    }

    public boolean isWriter() {
        return caller.mandate(plan().unit(), WRITERS).isPresent();
    }

    public List<Topic> getThreads() {
        if (threads == null) {
            List<PlanComment> all = comments.of(page.getId());
            Map<String, String> names = people.names(page.getId());
            PlanText words = words();
            threads = all.stream()
                    .filter(c -> c.parent().isEmpty())
                    .map(c -> thread(c, all, names, words))
                    .toList();
        }
        return threads;
    }

    private Topic thread(PlanComment first, List<PlanComment> all, Map<String, String> names, PlanText words) {
        String field = first.field()
                .filter(f -> reader.knows("diff.field." + f))
                .map(f -> reader.text("diff.field." + f))
                .or(first::field)
                .orElse("");
        String item = first.item().map(words::nameOf).orElse("");
        return new Topic(
                first.id(),
                Stream.of(item, field)
                        .filter(s -> !s.isEmpty())
                        .reduce((a, b) -> a + " · " + b)
                        .orElseGet(() -> reader.text("talk.plan")),
                by(first, names),
                first.text(),
                first.isInTheWay(),
                first.resolvedBy()
                        .map(r -> reader.text("talk.resolved", PlanText.person(names.getOrDefault(r, r))))
                        .orElse(""),
                all.stream()
                        .filter(c -> c.parent().filter(p -> p == first.id()).isPresent())
                        .map(c -> new Answer(by(c, names), c.text()))
                        .toList());
    }

    private String by(PlanComment comment, Map<String, String> names) {
        return PlanText.person(names.getOrDefault(comment.author(), comment.author())) + ", "
                + reader.shortInstant(comment.at());
    }

    /** What a comment may be about: items by key. */
    public List<PlansPage.Choice> getItems() {
        PlanText words = words();
        return plan().items().stream()
                .map(i -> new PlansPage.Choice(i.key(), words.name(i)))
                .toList();
    }

    public List<PlansPage.Choice> getFields() {
        return FIELDS.stream()
                .map(f -> new PlansPage.Choice(f, reader.text("diff.field." + f)))
                .toList();
    }

    public String comment() {
        comments.comment(page.getId(), new PlanComment.Place(item, field), text == null ? "" : text, blocking);
        return here();
    }

    public String answer(long thread) {
        comments.answer(page.getId(), thread, replies.getOrDefault(thread, ""));
        return here();
    }

    public String resolve(long thread, boolean resolved) {
        comments.resolve(page.getId(), thread, resolved);
        return here();
    }

    private String here() {
        return "/plan?faces-redirect=true&id=" + page.getId();
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

    public @Nullable String getField() {
        return field;
    }

    public void setField(@Nullable String field) {
        this.field = field;
    }

    public boolean isBlocking() {
        return blocking;
    }

    public void setBlocking(boolean blocking) {
        this.blocking = blocking;
    }

    /** Answers being written, by thread. */
    public Map<Long, String> getReplies() {
        return replies;
    }
}
