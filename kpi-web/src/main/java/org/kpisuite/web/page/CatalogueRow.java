package org.kpisuite.web.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.catalogue.Source;

/**
 * One entry in a list of the catalogue.
 *
 * @param formula of an indicator; of a measure its rule over time; of a pair its expected lag; of a source its days
 * @param unit of a pair how its periods are cut; of a source its type
 * @param notes what is said of it in few words
 * @param mark in a tag: closed, not begun, not in force; empty for what holds
 */
public record CatalogueRow(
        String code,
        String name,
        String formula,
        String unit,
        String direction,
        String arrow,
        List<String> notes,
        String version,
        String since,
        String mark,
        String markKind) {
    static CatalogueRow of(Definition definition, EntryText text, CatalogueHistory history, LocalDate today) {
        Mark mark = Mark.of(definition, text, history, today);
        String[] cells = cells(definition, text);
        return new CatalogueRow(
                definition.code(),
                text.name(definition),
                cells[0],
                cells[1],
                cells[2],
                cells[3],
                notes(definition, text),
                String.valueOf(definition.version()),
                text.since(definition.validFrom()),
                mark.text(),
                mark.kind());
    }

    /** Formula, unit, direction in words, direction as an arrow. */
    private static String[] cells(Definition definition, EntryText text) {
        if (definition instanceof Indicator i) {
            String arrow =
                    switch (i.direction()) {
                        case UP -> "↑";
                        case DOWN -> "↓";
                        case BAND -> "↔";
                    };
            String direction = text.named("direction", i.direction().name());
            return new String[] {i.formula().toString(), text.unit(i), direction, arrow};
        }
        if (definition instanceof Measure m) {
            return new String[] {text.time(m.aggregation().timeText()), text.unit(m), "", ""};
        }
        if (definition instanceof Pair p) {
            return new String[] {text.lag(p), text.granularity(p), "", ""};
        }
        Source source = (Source) definition;
        return new String[] {
            text.days(source.lagDays()), text.named("type", source.type().name()), "", ""
        };
    }

    private static List<String> notes(Definition definition, EntryText text) {
        if (definition instanceof Indicator i) {
            return List.of(
                    text.named("nature", i.nature().name()),
                    text.named("usage", i.defaultUsage().name()),
                    i.groups().stream()
                            .sorted()
                            .map(g -> text.named("groups", g.name()))
                            .reduce((a, b) -> a + ", " + b)
                            .orElse("—"));
        }
        if (definition instanceof Measure m) {
            return List.of(text.named("kind", m.kind().name()), String.join(" → ", m.sourcePriority()));
        }
        return definition instanceof Pair p
                ? List.of(text.named("expectedSign", String.valueOf(p.expectedSign())), text.seasonal(p))
                : List.of();
    }

    /** What must be known before an entry is used. */
    record Mark(String text, String kind) {
        private static final Mark NONE = new Mark("", "");

        static Mark of(Definition definition, EntryText text, CatalogueHistory history, LocalDate today) {
            Optional<LocalDate> closed = definition.closedOn();
            if (history.isClosed(definition.entryKind(), definition.code(), today)) {
                return new Mark(text.closed(since(definition, history, today), true), "solid");
            }
            if (closed.isPresent()) {
                return new Mark(text.closed(closed.get(), false), "warn");
            }
            if (definition.validFrom().isAfter(today)) {
                return new Mark(text.since(definition.validFrom()), "acc");
            }
            return isInForce(definition, history.on(today)) ? NONE : new Mark(text.resting(), "warn");
        }

        /** The last day from which a version held no more. */
        private static LocalDate since(Definition definition, CatalogueHistory history, LocalDate today) {
            return history.definitionsOf(definition.entryKind(), definition.code()).stream()
                    .flatMap(e -> e.definition().closedOn().stream())
                    .filter(day -> !day.isAfter(today))
                    .max(Comparator.naturalOrder())
                    .or(definition::closedOn)
                    .orElse(today);
        }

        private static boolean isInForce(Definition definition, Catalogue today) {
            String code = definition.code();
            return switch (definition.entryKind()) {
                case MEASURE -> today.measure(code).isPresent();
                case INDICATOR -> today.indicator(code).isPresent();
                case PAIR -> today.pair(code).isPresent();
                case SOURCE -> today.source(code).isPresent();
            };
        }
    }
}
