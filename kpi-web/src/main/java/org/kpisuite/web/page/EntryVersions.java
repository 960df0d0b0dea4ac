package org.kpisuite.web.page;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Validity;
import org.kpisuite.ejb.catalogue.DefinitionDocument;

/** All versions of one entry as the page tells them: what changed, when it holds, who recorded it. */
final class EntryVersions {
    private final CatalogueHistory history;
    private final List<CatalogueHistory.Entry> entries;
    private final EntryText text;
    private final Reader reader;

    EntryVersions(CatalogueHistory history, Definition any, EntryText text, Reader reader) {
        this.history = history;
        this.entries = history.definitionsOf(any.entryKind(), any.code());
        this.text = text;
        this.reader = reader;
    }

    /** One attribute that is not as it was. */
    public record Change(String label, String was, String now) {}

    /**
     * One version, the newest first.
     *
     * @param before number of the version with which it is compared; 0 for the first
     */
    public record Version(int number, int before, String holds, String recorded, List<Change> changes, String kind) {}

    List<Version> list(LocalDate today) {
        Map<Integer, List<Span>> spans = spans();
        List<Version> versions = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Definition definition = entries.get(i).definition();
            Definition before = before(i);
            List<Span> held = spans.getOrDefault(definition.version(), List.of());
            versions.add(
                    0,
                    new Version(
                            definition.version(),
                            before == null ? 0 : before.version(),
                            print(held),
                            recorded(entries.get(i)),
                            changes(before, definition),
                            kind(held, today)));
        }
        return versions;
    }

    /** What held on the first day of a version until it was recorded; where nothing did, what was recorded before it. */
    private @Nullable Definition before(int at) {
        CatalogueHistory.Entry entry = entries.get(at);
        Definition definition = entry.definition();
        Definition recordedBefore = at == 0 ? null : entries.get(at - 1).definition();
        return history.knownAt(entry.recordedAt())
                .inForce(definition.entryKind(), definition.code(), definition.validFrom())
                .orElse(recordedBefore);
    }

    private String recorded(CatalogueHistory.Entry entry) {
        return entry.recordedBy().isEmpty()
                ? reader.text("entry.shipped")
                : reader.text("entry.recorded", entry.recordedBy(), reader.instant(entry.recordedAt()));
    }

    /** What differs between two versions. */
    List<Change> changes(@Nullable Definition before, Definition after) {
        if (before == null) {
            return List.of();
        }
        JsonObject was = DefinitionDocument.of(before);
        JsonObject now = DefinitionDocument.of(after);
        List<Change> changes = new ArrayList<>();
        now.forEach((key, value) -> {
            if (!value.equals(was.get(key))) {
                changes.add(change(key, Objects.requireNonNullElse(was.get(key), JsonValue.NULL), value));
            }
        });
        if (!before.closedOn().equals(after.closedOn())) {
            changes.add(new Change(text.label("closedOn"), day(before.closedOn()), day(after.closedOn())));
        }
        return changes;
    }

    private Change change(String key, JsonValue was, JsonValue now) {
        boolean otherLanguage = was instanceof JsonObject a
                && now instanceof JsonObject b
                && a.get(reader.getLanguage()).equals(b.get(reader.getLanguage()));
        if (otherLanguage) {
            String other = reader.isRussian() ? "en" : "ru";
            return new Change(
                    text.label(key) + " (" + other + ")",
                    was.asJsonObject().getString(other),
                    now.asJsonObject().getString(other));
        }
        return new Change(text.label(key), text.value(key, was), text.value(key, now));
    }

    private String day(Optional<LocalDate> day) {
        return day.map(reader::day).orElse("—");
    }

    /** Days on which a version holds; without an end as long as nothing follows. */
    private record Span(LocalDate first, @Nullable LocalDate end) {}

    /** For each version when it holds: a later one takes its place from its own first day on. */
    private Map<Integer, List<Span>> spans() {
        TreeSet<LocalDate> days = new TreeSet<>();
        entries.forEach(e -> {
            days.add(e.definition().validFrom());
            e.definition().closedOn().ifPresent(days::add);
        });
        Map<Integer, List<Span>> spans = new LinkedHashMap<>();
        Definition any = entries.get(0).definition();
        for (LocalDate day : days) {
            history.inForce(any.entryKind(), any.code(), day)
                    .ifPresent(d ->
                            extend(spans.computeIfAbsent(d.version(), v -> new ArrayList<>()), day, days.higher(day)));
        }
        return spans;
    }

    private static void extend(List<Span> spans, LocalDate first, @Nullable LocalDate end) {
        int last = spans.size() - 1;
        if (last >= 0 && first.equals(spans.get(last).end())) {
            spans.set(last, new Span(spans.get(last).first(), end));
        } else {
            spans.add(new Span(first, end));
        }
    }

    private String print(List<Span> held) {
        if (held.isEmpty()) {
            return reader.text("entry.never");
        }
        return held.stream().map(this::print).reduce((a, b) -> a + "; " + b).orElseThrow();
    }

    private String print(Span span) {
        LocalDate end = span.end();
        if (end == null) {
            return text.since(span.first());
        }
        String last = reader.day(end.minusDays(1));
        return span.first().equals(Validity.BEGINNING)
                ? reader.text("entry.until", last)
                : reader.text("entry.span", reader.day(span.first()), last);
    }

    private static String kind(List<Span> held, LocalDate today) {
        if (held.stream().anyMatch(s -> !s.first().isAfter(today) && (s.end() == null || today.isBefore(s.end())))) {
            return "now";
        }
        return held.stream().anyMatch(s -> s.first().isAfter(today)) ? "fut" : "";
    }
}
