package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Formula;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.web.api.Body;
import org.kpisuite.web.api.DefinitionBody;

/** The next version of an entry, or a new entry: {@code /indicator-edit?code=} and its like. Typed text is never lost. */
@Named("entryEdit")
@ViewScoped
public class EntryEditPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Reader reader;

    @Inject
    transient FacesContext faces;

    @EJB
    transient Catalogues catalogues;

    @EJB
    transient Caller caller;

    private final Findings findings = new Findings();
    private EntryDraft draft = new EntryDraft();
    private Definition.Kind kind = Definition.Kind.INDICATOR;
    private @Nullable String code;
    private @Nullable Long version;
    private boolean overtaken;
    private @Nullable String reading;

    /** Reads the newest version once; afterwards the fields are those of the view. */
    public void open(String page) {
        if (!caller.roles().contains(Role.CONTROLLER)) {
            throw new KpiException(Code.E_FORBIDDEN);
        }
        kind = Definition.Kind.valueOf(page);
        if (code != null && !code.isBlank()) {
            Definition newest = catalogues.newest(kind, code).definition();
            version = (long) newest.version();
            draft = EntryDraft.of(newest, catalogues.get().measuresByCode(), reader);
        }
    }

    /** Records what is typed and shows it. */
    public @Nullable String save() {
        findings.clear();
        overtaken = false;
        try {
            CatalogueHistory.Entry entry = catalogues.put(read(), Optional.ofNullable(version));
            int number = entry.definition().version();
            String done = reader.text("entry.done", entry.definition().code(), String.valueOf(number));
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, done, null));
            faces.getExternalContext().getFlash().setKeepMessages(true);
            return "/" + getPart().page() + "?faces-redirect=true&code="
                    + entry.definition().code();
        } catch (KpiException e) {
            refuse(e);
            return null;
        }
    }

    private Catalogues.Draft read() {
        List<Refusal> noted = new ArrayList<>();
        DefinitionBody body = new DefinitionBody(entryCode(), Body.of(draft.json(reader, noted)));
        try {
            Catalogues.Draft given = body.of(kind, catalogues.get().measuresByCode());
            noted.addAll(noted.isEmpty() ? List.of() : catalogues.check(given));
            if (noted.isEmpty()) {
                return given;
            }
        } catch (KpiException e) {
            noted.addAll(e.refusals());
        }
        throw new KpiException(noted);
    }

    private String entryCode() {
        return version == null ? draft.text("code").toUpperCase(Locale.ROOT) : String.valueOf(code);
    }

    private void refuse(KpiException refusal) {
        if (refusal.code() == Code.E_VERSION) {
            overtaken = true;
        } else if (refusal.code() == Code.E_VERSION_MISSING) {
            findings.add("code", reader.text("entry.exists", entryCode()));
        } else {
            findings.add(refusal.refusals(), fields(), reader.getLocale());
            findings.add(formulaRefusals(), fields(), reader.getLocale());
        }
    }

    private Findings.Fields fields() {
        return new Findings.Fields(EntryFields.ALIASES, EntryFields.labels(kind, reader));
    }

    /** Looks at the formula alone, whatever else is still missing. */
    public void check() {
        findings.clear("formula");
        reading = null;
        List<Refusal> found = formulaRefusals();
        findings.add(found, fields(), reader.getLocale());
        if (found.isEmpty() && !draft.text("formula").isEmpty()) {
            reading = read(Formula.parse(draft.text("formula")));
        }
    }

    private List<Refusal> formulaRefusals() {
        if (kind != Definition.Kind.INDICATOR || draft.text("formula").isEmpty()) {
            return List.of();
        }
        try {
            String any = entryCode().isEmpty() ? "NEW" : entryCode();
            Catalogues.Draft given = new DefinitionBody(any, Body.of(draft.formulaJson()))
                    .of(Definition.Kind.INDICATOR, catalogues.get().measuresByCode());
            return ofFormula(catalogues.check(given));
        } catch (KpiException e) {
            return ofFormula(e.refusals());
        }
    }

    /** Until a unit is chosen, none can be wrong. */
    private List<Refusal> ofFormula(List<Refusal> all) {
        boolean unitless = draft.text("unitKind").isEmpty();
        return all.stream()
                .filter(r -> "formula".equals(r.column()))
                .filter(r -> !(unitless && r.arguments().contains("formula.unit")))
                .toList();
    }

    /** The codes of a formula with their names. */
    private String read(Formula formula) {
        Catalogue today = catalogues.get();
        EntryText text = new EntryText(today, reader);
        List<String> names = formula.references().stream()
                .map(r -> r + " = "
                        + today.measure(r.code())
                                .map(text::name)
                                .or(() -> today.indicator(r.code()).map(text::name))
                                .orElse(r.code()))
                .toList();
        return String.join(" · ", names);
    }

    /** What was recorded while the person typed; null while nothing was. */
    public EntryVersions.@Nullable Version getOvertaking() {
        if (!overtaken) {
            return null;
        }
        Definition newest = catalogues.newest(kind, entryCode()).definition();
        EntryText text = new EntryText(catalogues.get(), reader);
        return new EntryVersions(catalogues.history(), newest, text, reader)
                .list(catalogues.today())
                .get(0);
    }

    /** Goes on from what was recorded meanwhile, which the person has been shown; the typed text stays. */
    public void goOn() {
        version = (long) catalogues.newest(kind, entryCode()).definition().version();
        overtaken = false;
    }

    public EntryFields getFields() {
        return new EntryFields(draft, catalogues.get(), reader);
    }

    public CataloguePart getPart() {
        return CataloguePart.of(kind);
    }

    public String getTitle() {
        return version == null
                ? reader.text("entry.new." + getPart().page())
                : reader.text("entry.next", new EntryText(catalogues.get(), reader).name(newest()));
    }

    private Definition newest() {
        return catalogues.newest(kind, entryCode()).definition();
    }

    public boolean isNew() {
        return version == null;
    }

    /** The first day unless another is typed, in words. */
    public String getUsualDay() {
        return reader.text(version == null ? "entry.usual.new" : "entry.usual.next");
    }

    public @Nullable String getReading() {
        return reading;
    }

    public Findings getFindings() {
        return findings;
    }

    public Map<String, String> getTyped() {
        return draft.getTyped();
    }

    public Map<String, Boolean> getFlags() {
        return draft.getFlags();
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
