package org.kpisuite.web.page;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.plan.Finding;
import org.kpisuite.domain.plan.PlanContent;

/** What the authors of a plan are typing. */
public class DraftPlan implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Between the code of a rule, the item that it speaks of and the finding. */
    static final String AT = "|";

    private final ArrayList<DraftItem> items = new ArrayList<>();

    /** Talks with the team: who, at, outcome. */
    private final ArrayList<HashMap<String, String>> talks = new ArrayList<>();

    private final HashMap<String, String> answers = new HashMap<>();
    private final HashMap<String, String> children = new HashMap<>();
    private @Nullable String stage;

    private DraftPlan() {}

    static DraftPlan empty() {
        return new DraftPlan();
    }

    DraftPlan(PlanContent content, PlanText text) {
        stage = content.businessStage();
        content.items().forEach(i -> items.add(new DraftItem(i, text)));
        content.consultations().forEach(c -> {
            HashMap<String, String> talk = new HashMap<>(Map.of("who", c.who(), "at", c.at().toString()));
            talk.put("outcome", Objects.requireNonNullElse(c.outcome(), ""));
            talks.add(talk);
        });
        takeAnswers(content);
        content.children().forEach(c -> children.put(c.unit(), text.bare(c.weight())));
    }

    DraftPlan copy() {
        DraftPlan copy = new DraftPlan();
        items.forEach(i -> copy.items.add(i.copy()));
        talks.forEach(t -> copy.talks.add(new HashMap<>(t)));
        copy.answers.putAll(answers);
        copy.children.putAll(children);
        copy.stage = stage;
        return copy;
    }

    /** Everything that somebody could have changed; equal for equal drafts. */
    List<Object> state() {
        List<Object> state = new ArrayList<>();
        items.forEach(i -> state.add(i.state()));
        talks.forEach(t -> state.add(filled(t)));
        state.add(filled(answers));
        state.add(filled(children));
        state.add(Objects.requireNonNullElse(stage, ""));
        return state;
    }

    private static Map<String, String> filled(Map<String, String> typed) {
        Map<String, String> filled = new HashMap<>(typed);
        filled.values().removeIf(v -> v == null || v.isBlank());
        return filled;
    }

    /** Where the answer to a finding stands: one that names none answers whatever its rule finds. */
    String answerKey(Finding finding) {
        String named = answerKey(finding.code(), finding.item(), finding.id());
        String unnamed = answerKey(finding.code(), finding.item(), "");
        return isGiven(answers.get(unnamed)) && !isGiven(answers.get(named)) ? unnamed : named;
    }

    private static String answerKey(String code, @Nullable String item, String finding) {
        return String.join(AT, code, Objects.requireNonNullElse(item, ""), finding);
    }

    /** Code, item and finding of an answer; the item is empty for the whole plan, the finding where none was named. */
    static List<String> answered(String key) {
        return List.of(key.split(Pattern.quote(AT), -1));
    }

    boolean isAnswered(Finding finding) {
        return isGiven(answers.get(answerKey(finding)));
    }

    private static boolean isGiven(@Nullable String answer) {
        return answer != null && !answer.isBlank();
    }

    /** Takes the answers as they were stored: each with the finding that it was given to. */
    final void takeAnswers(PlanContent content) {
        answers.clear();
        content.answers()
                .forEach(a ->
                        answers.put(answerKey(a.code(), a.item(), a.finding().orElse("")), a.rationale()));
    }

    /** The key of what was answered when the same rule said something else of the same line; empty for nothing. */
    Optional<String> staleAnswer(Finding finding, List<Finding> all) {
        Set<String> asked = all.stream().map(this::answerKey).collect(Collectors.toSet());
        String about = answerKey(finding.code(), finding.item(), "");
        return answers.keySet().stream()
                .filter(k -> k.startsWith(about) && !asked.contains(k) && isGiven(answers.get(k)))
                .sorted()
                .findFirst();
    }

    /** Gives an answer to a finding that was given to another one. */
    void moveAnswer(String before, String key) {
        answers.put(key, answers.remove(before));
    }

    /** Writes all numbers as the stored content would show them. */
    void spellAs(PlanContent content, PlanText text) {
        content.items().forEach(read -> item(read.key()).ifPresent(line -> line.spellAs(read, text)));
    }

    Optional<DraftItem> item(String key) {
        return items.stream().filter(i -> i.getKey().equals(key)).findFirst();
    }

    /** Puts a line one place up or down among those of its use. */
    void move(DraftItem item, int step) {
        List<DraftItem> alike =
                items.stream().filter(i -> i.isScored() == item.isScored()).toList();
        int to = alike.indexOf(item) + step;
        if (to >= 0 && to < alike.size()) {
            int place = items.indexOf(alike.get(to));
            items.remove(item);
            items.add(place, item);
        }
    }

    List<DraftItem> items(Usage usage) {
        return items.stream().filter(i -> i.isScored() == (usage == Usage.EVAL)).toList();
    }

    /** What is typed besides the lines, by what it is. */
    Map<String, String> others() {
        Map<String, String> others = new HashMap<>();
        others.put("businessStage", stage);
        answers.forEach((key, answer) ->
                others.put(String.join(" ", answered(key).subList(0, 2)).strip(), answer));
        children.forEach(others::put);
        others.put(
                "consultations",
                talks.stream().map(t -> filled(t).values().toString()).collect(Collectors.joining("; ")));
        return others;
    }

    public List<DraftItem> getItems() {
        return items;
    }

    public List<? extends Map<String, String>> getTalks() {
        return talks;
    }

    void addTalk(LocalDate day) {
        talks.add(new HashMap<>(Map.of("at", day.toString())));
    }

    void removeTalk(Map<String, String> talk) {
        talks.remove(talk);
    }

    /** Answers to warnings by code, item and finding. */
    public Map<String, String> getAnswers() {
        return answers;
    }

    /** Weights of the departments below by code. */
    public Map<String, String> getChildren() {
        return children;
    }

    public @Nullable String getStage() {
        return stage;
    }

    public void setStage(@Nullable String stage) {
        this.stage = stage;
    }
}
