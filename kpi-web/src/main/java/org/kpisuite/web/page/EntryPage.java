package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.Catalogues;

/** One entry of the catalogue with all its versions and what uses it: {@code /indicator?code=} and its like. */
@Named("entry")
@ViewScoped
public class EntryPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @Inject
    transient FacesContext faces;

    @EJB
    transient Catalogues catalogues;

    @EJB
    transient Caller caller;

    private Definition.Kind kind = Definition.Kind.INDICATOR;
    private String code = "";
    private long version;
    private @Nullable String closedOn;

    /** Reads the version that will be closed, if any is. */
    public void open(String page) {
        kind = Definition.Kind.valueOf(page);
        version = newest().definition().version();
        closedOn = catalogues.today().toString();
    }

    private CatalogueHistory.Entry newest() {
        return catalogues.newest(kind, code);
    }

    private EntryText text() {
        return new EntryText(catalogues.get(), reader);
    }

    public CataloguePart getPart() {
        return CataloguePart.of(kind);
    }

    public String getName() {
        return text().name(newest().definition());
    }

    /** The newest version in a line. */
    public CatalogueRow getRow() {
        return CatalogueRow.of(newest().definition(), text(), catalogues.history(), catalogues.today());
    }

    public List<EntryText.Attribute> getAttributes() {
        return text().attributes(newest().definition());
    }

    public List<EntryVersions.Version> getVersions() {
        return new EntryVersions(catalogues.history(), newest().definition(), text(), reader).list(catalogues.today());
    }

    /** Something else of the catalogue that names this entry. */
    public record Use(String page, String code, String name, String how) {}

    /** What names it today, or would if it were in force: formulas, means, pairs, priorities, sources. */
    public List<Use> getUses() {
        CatalogueHistory history = catalogues.history();
        LocalDate today = catalogues.today();
        EntryText text = text();
        return Stream.of(Definition.Kind.INDICATOR, Definition.Kind.MEASURE, Definition.Kind.PAIR)
                .map(history::newest)
                .flatMap(Collection::stream)
                .map(CatalogueHistory.Entry::definition)
                .filter(d -> !history.isClosed(d.entryKind(), d.code(), today))
                .filter(this::names)
                .map(d -> new Use(
                        CataloguePart.of(d.entryKind()).page(),
                        d.code(),
                        text.name(d),
                        d instanceof Indicator i ? i.formula().toString() : ""))
                .toList();
    }

    private boolean names(Definition d) {
        return switch (kind) {
            case SOURCE -> namesSource(d);
            case MEASURE -> namesInFormula(d) || weighs(d);
            case INDICATOR ->
                (d instanceof Pair p && (p.leading().equals(code) || p.lagging().equals(code)))
                        || (!d.code().equals(code) && namesInFormula(d) && !isMeasure());
            case PAIR -> false;
        };
    }

    /** Where a measure has the same code, a formula means the measure. */
    private boolean isMeasure() {
        Catalogue today = catalogues.get();
        return today.measure(code).isPresent();
    }

    private boolean namesInFormula(Definition definition) {
        return definition instanceof Indicator i
                && i.formula().references().stream().anyMatch(r -> r.code().equals(code));
    }

    private boolean weighs(Definition definition) {
        return (definition instanceof Indicator i
                        && i.weight().filter(code::equals).isPresent())
                || (definition instanceof Measure m
                        && m.weight().filter(code::equals).isPresent());
    }

    private boolean namesSource(Definition definition) {
        return (definition instanceof Indicator i
                        && i.dataSource().filter(code::equals).isPresent())
                || (definition instanceof Measure m && m.sourcePriority().contains(code));
    }

    /** Whether the person keeps the catalogue. */
    public boolean isMayKeep() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    public boolean isMayClose() {
        return isMayKeep()
                && !catalogues.history().isClosed(kind, code, catalogues.today())
                && !code.equals(org.kpisuite.domain.catalogue.Source.MANUAL);
    }

    /** Closes it from the chosen day on. */
    public String close() {
        catalogues.close(kind, code, day(), Optional.of(version));
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("entry.done.closed"), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/" + getPart().page() + "?faces-redirect=true&code=" + code;
    }

    private LocalDate day() {
        String typed = Objects.requireNonNullElse(closedOn, "");
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new KpiException(Code.E_FIELD_VALUE, reader.text("attr.closedOn"), typed, "2026-10-01");
        }
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }

    public @Nullable String getClosedOn() {
        return closedOn;
    }

    public void setClosedOn(@Nullable String closedOn) {
        this.closedOn = closedOn;
    }
}
