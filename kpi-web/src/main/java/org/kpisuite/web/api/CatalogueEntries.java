package org.kpisuite.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.catalogue.DefinitionDocument;
import org.kpisuite.ejb.catalogue.EntryFilter;

/** What measures, indicators, pairs and sources have in common: lists, versions, closing. */
final class CatalogueEntries {
    private static final int LIMIT_MAX = 1000;

    private final Catalogues catalogues;
    private final Definition.Kind kind;

    CatalogueEntries(Catalogues catalogues, Definition.Kind kind) {
        this.catalogues = catalogues;
        this.kind = kind;
    }

    /** The newest version of every entry, or what holds on a day, that the search finds; closed ones only where asked for. */
    ListView<JsonObject> list(CatalogueSearch search) {
        Optional<LocalDate> on = day("on", search.on());
        CatalogueHistory history = catalogues.history();
        LocalDate today = catalogues.today();
        Stream<CatalogueHistory.Entry> entries = history.newest(kind).stream();
        if (on.isPresent()) {
            entries = entries.flatMap(e -> inForce(history, e.definition().code(), on.get()).stream());
        } else if (!search.closed()) {
            entries = entries.filter(e -> !history.isClosed(kind, e.definition().code(), today));
        }
        EntryFilter filter = new EntryFilter(search.q(), search.group(), search.nature(), null, null);
        List<CatalogueHistory.Entry> found =
                entries.filter(e -> filter.test(e.definition())).toList();
        return page(found, search, history.on(today));
    }

    private ListView<JsonObject> page(List<CatalogueHistory.Entry> found, CatalogueSearch search, Catalogue today) {
        int limit = Math.max(1, Math.min(LIMIT_MAX, search.limit() == null ? LIMIT_MAX : search.limit()));
        int from = 0;
        if (search.after() != null) {
            List<String> codes = found.stream().map(e -> e.definition().code()).toList();
            from = codes.indexOf(search.after()) + 1;
            if (from == 0) {
                throw new KpiException(Code.E_NOT_FOUND, search.after());
            }
        }
        int to = Math.min(found.size(), from + limit);
        List<CatalogueHistory.Entry> rows = found.subList(from, to);
        String next = to < found.size() ? rows.get(rows.size() - 1).definition().code() : null;
        return new ListView<>(rows.stream().map(e -> view(e, today)).toList(), next);
    }

    /** The newest version, or the one that holds on a day. */
    Response get(String code, @Nullable String on) {
        CatalogueHistory.Entry newest = catalogues.newest(kind, code);
        CatalogueHistory.Entry entry = day("on", on)
                .map(day -> inForce(catalogues.history(), code, day)
                        .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code + " " + day)))
                .orElse(newest);
        return Response.ok(view(entry, catalogues.get()))
                .header("ETag", Numbers.tag(newest.definition().version()))
                .build();
    }

    private Optional<CatalogueHistory.Entry> inForce(CatalogueHistory history, String code, LocalDate day) {
        return history.inForce(kind, code, day).flatMap(d -> history.definitionsOf(kind, code).stream()
                .filter(e -> e.definition().equals(d))
                .findFirst());
    }

    ListView<JsonObject> versions(String code) {
        Catalogue today = catalogues.get();
        return ListView.whole(catalogues.versions(kind, code).stream()
                .map(e -> view(e, today))
                .toList());
    }

    Response put(Catalogues.Draft draft, @Nullable String ifMatch) {
        return recorded(catalogues.put(draft, Numbers.version(ifMatch)));
    }

    Response close(String code, @Nullable String ifMatch, InputStream in) {
        LocalDate day = DefinitionBody.closedOn(Body.of(in));
        return recorded(catalogues.close(kind, code, day, Numbers.version(ifMatch)));
    }

    private Response recorded(CatalogueHistory.Entry entry) {
        int version = entry.definition().version();
        return Response.status(version == 1 ? Response.Status.CREATED : Response.Status.OK)
                .entity(view(entry, catalogues.get()))
                .header("ETag", Numbers.tag(version))
                .build();
    }

    private static Optional<LocalDate> day(String parameter, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw new KpiException(Code.E_FIELD_VALUE, parameter, text, "2026-10-01");
        }
    }

    /** Code, attributes, version and days; {@code inForce} says whether it is this version that holds today. */
    private static JsonObject view(CatalogueHistory.Entry entry, Catalogue today) {
        Definition definition = entry.definition();
        JsonObjectBuilder json = Json.createObjectBuilder().add("code", definition.code());
        DefinitionDocument.of(definition).forEach(json::add);
        json.add("version", definition.version())
                .add("validFrom", definition.validFrom().toString());
        definition
                .closedOn()
                .ifPresentOrElse(day -> json.add("closedOn", day.toString()), () -> json.addNull("closedOn"));
        return json.add("inForce", isInForce(definition, today))
                .add("recordedAt", entry.recordedAt().toString())
                .add("recordedBy", entry.recordedBy())
                .build();
    }

    private static boolean isInForce(Definition definition, Catalogue today) {
        Optional<? extends Definition> held =
                switch (definition.entryKind()) {
                    case MEASURE -> today.measure(definition.code());
                    case INDICATOR -> today.indicator(definition.code());
                    case PAIR -> today.pair(definition.code());
                    case SOURCE -> today.source(definition.code());
                };
        return held.filter(d -> d.version() == definition.version()).isPresent();
    }
}
