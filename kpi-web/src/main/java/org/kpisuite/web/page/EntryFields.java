package org.kpisuite.web.page;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.catalogue.IndicatorGroup;
import org.kpisuite.domain.catalogue.MeasureKind;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.OrgAggregation;
import org.kpisuite.domain.catalogue.SourceType;
import org.kpisuite.domain.catalogue.TimeAggregation;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.catalogue.WeekSplit;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.UnitKind;

/** What the fields of the editor are called and what may be chosen in them. */
public final class EntryFields {
    /** Fields of the form by other names under which they are refused. */
    static final Map<String, String> ALIASES =
            Map.of("name", "name.en", "definition", "definition.en", "defaultUsage", "usage");

    private static final Map<Definition.Kind, List<String>> NAMES = Map.of(
            Definition.Kind.INDICATOR,
            List.of(
                    ("code name.en name.ru definition.en definition.ru nature usage direction formula unitKind multiplier"
                                    + " currency displayScale groups timeAggregation orgAggregation missingPolicy granularity"
                                    + " dataSource sourceLagDays maturityDays definitionId materialityAbs minDenominator"
                                    + " canBeNegative businessProcess owner steward personalData activity quantity"
                                    + " validFrom closedOn")
                            .split(" ", -1)),
            Definition.Kind.MEASURE,
            List.of(("code name.en name.ru kind unitKind currency granularity timeAggregation orgAggregation weekSplit"
                            + " sourcePriority validFrom closedOn")
                    .split(" ", -1)),
            Definition.Kind.PAIR,
            List.of(("code leading lagging granularity expectedSign expectedLag maxPlausibleLag seasonal validFrom"
                            + " closedOn")
                    .split(" ", -1)),
            Definition.Kind.SOURCE,
            List.of("code name.en name.ru type lagDays validFrom closedOn".split(" ", -1)));

    private final EntryDraft draft;
    private final Catalogue catalogue;
    private final Reader reader;
    private final EntryText text;

    EntryFields(EntryDraft draft, Catalogue catalogue, Reader reader) {
        this.draft = draft;
        this.catalogue = catalogue;
        this.reader = reader;
        this.text = new EntryText(catalogue, reader);
    }

    /** Labels of the fields of a kind by name. */
    static Map<String, String> labels(Definition.Kind kind, Reader reader) {
        Map<String, String> labels = new LinkedHashMap<>();
        NAMES.get(kind).forEach(f -> labels.put(f, reader.text("attr." + f)));
        return labels;
    }

    public List<PlansPage.Choice> getNatures() {
        return named("nature", Nature.values());
    }

    public List<PlansPage.Choice> getUsages() {
        return named("usage", Usage.values());
    }

    public List<PlansPage.Choice> getDirections() {
        return named("direction", Direction.values());
    }

    public List<PlansPage.Choice> getUnitKinds() {
        return named("unitKind", UnitKind.values());
    }

    public List<PlansPage.Choice> getGroups() {
        return named("groups", IndicatorGroup.values());
    }

    public List<PlansPage.Choice> getKinds() {
        return named("kind", MeasureKind.values());
    }

    public List<PlansPage.Choice> getWeekSplits() {
        return named("weekSplit", WeekSplit.values());
    }

    public List<PlansPage.Choice> getTypes() {
        return named("type", SourceType.values());
    }

    /** The code beside the words: refusals and the API speak of it. */
    public List<PlansPage.Choice> getTimeAggregations() {
        return coded("timeAggregation", TimeAggregation.values());
    }

    public List<PlansPage.Choice> getOrgAggregations() {
        return coded("orgAggregation", OrgAggregation.values());
    }

    public List<PlansPage.Choice> getMissingPolicies() {
        return choices("missingPolicy", "NULL", "ZERO", "CARRY");
    }

    public List<PlansPage.Choice> getMultipliers() {
        return Stream.of("1", "100", "1000")
                .map(m -> new PlansPage.Choice(m, m))
                .toList();
    }

    public List<PlansPage.Choice> getSigns() {
        return choices("expectedSign", "1", "-1");
    }

    public List<PlansPage.Choice> getGranularities() {
        return Arrays.stream(Granularity.values())
                .map(g -> new PlansPage.Choice(g.name(), Messages.text(reader.getLocale(), "granularity." + g)))
                .toList();
    }

    /** Sources in force, and the one that is chosen. */
    public List<PlansPage.Choice> getSources() {
        return entries(catalogue.sources(), "dataSource");
    }

    public List<PlansPage.Choice> getLeading() {
        return entries(
                catalogue.indicators().stream()
                        .filter(i -> i.nature() == Nature.LEAD)
                        .toList(),
                "leading");
    }

    public List<PlansPage.Choice> getLagging() {
        return entries(
                catalogue.indicators().stream()
                        .filter(i -> i.nature() == Nature.LAG)
                        .toList(),
                "lagging");
    }

    /** Codes that a formula may name, with their names. */
    public List<PlansPage.Choice> getMeasures() {
        return entries(catalogue.measures(), "weight");
    }

    private List<PlansPage.Choice> entries(java.util.Collection<? extends Definition> known, String field) {
        List<PlansPage.Choice> choices = known.stream()
                .map(d -> new PlansPage.Choice(d.code(), text.name(d) + " · " + d.code()))
                .sorted(Comparator.comparing(PlansPage.Choice::name))
                .collect(Collectors.toList());
        String chosen = draft.text(field);
        if (!chosen.isEmpty() && choices.stream().noneMatch(c -> c.value().equals(chosen))) {
            choices.add(new PlansPage.Choice(chosen, chosen));
        }
        return choices;
    }

    private List<PlansPage.Choice> named(String attribute, Enum<?>[] values) {
        return choices(attribute, Arrays.stream(values).map(Enum::name).toArray(String[]::new));
    }

    private List<PlansPage.Choice> coded(String attribute, Enum<?>[] values) {
        return named(attribute, values).stream()
                .map(c -> new PlansPage.Choice(c.value(), c.name() + " · " + c.value()))
                .toList();
    }

    private List<PlansPage.Choice> choices(String attribute, String... values) {
        return Arrays.stream(values)
                .map(v -> new PlansPage.Choice(v, reader.text("val." + attribute + "." + v)))
                .toList();
    }
}
