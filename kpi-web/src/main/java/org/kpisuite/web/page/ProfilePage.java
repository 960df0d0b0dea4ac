package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.ImportProfiles;
import org.kpisuite.ejb.actual.ProfileWorkshop;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;

/**
 * A profile built from a sample, or changed: {@code /import-profile?code=}. Each change is tried on the sample at once; what
 * is kept is the document.
 */
@Named("profile")
@ViewScoped
public class ProfilePage implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int EXAMPLES = 3;
    private static final int SAMPLE_BYTES_MAX = 16 << 20;

    @Inject
    transient Reader reader;

    @Inject
    transient FacesContext faces;

    @EJB
    transient ImportProfiles profiles;

    @EJB
    transient ProfileWorkshop workshop;

    @EJB
    transient Catalogues catalogues;

    @EJB
    transient Units units;

    @EJB
    transient Caller caller;

    private transient @Nullable Part file;
    private transient @Nullable ProfileTrial trial;
    private String code = "";
    private String newCode = "";
    private @Nullable Long version;
    private String document = "";
    private boolean written;
    private boolean overtaken;
    private byte[] sample = {};
    private String sampleName = "";
    private ArrayList<String> header = new ArrayList<>();
    private final HashMap<String, String> examples = new HashMap<>();
    private ArrayList<String> notes = new ArrayList<>();
    private ProfileDraft draft = new ProfileDraft();

    /** Reads the profile of the address, and its own sample where it has one. */
    public void open() {
        if (faces.isPostback() || code.isBlank()) {
            return;
        }
        ImportProfiles.Stored stored = profiles.get(code);
        newCode = stored.code();
        version = stored.version();
        document = stored.document();
        try {
            ImportProfiles.Sample shipped = profiles.sample(code, reader.getLocale());
            sample = shipped.content();
            sampleName = shipped.fileName();
            keep(workshop.guess(new ByteArrayInputStream(sample)));
        } catch (KpiException e) {
            sample = new byte[0];
        }
        fill();
    }

    private void keep(ProfileWorkshop.Guess guess) {
        header = new ArrayList<>(guess.header());
        examples.clear();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            examples.put(
                    header.get(i),
                    guess.rows().stream()
                            .filter(row ->
                                    column < row.size() && !row.get(column).isBlank())
                            .map(row -> row.get(column))
                            .distinct()
                            .limit(EXAMPLES)
                            .collect(Collectors.joining(" · ")));
        }
    }

    /** The fields from the document; where they cannot say it all, the document itself is what is edited. */
    private void fill() {
        Optional<ProfileDraft> said = ProfileDraft.of(DocumentWriting.parse(document), header);
        written = said.isEmpty();
        draft = said.orElseGet(ProfileDraft::new);
    }

    /** Looks at a sample: proposes a new profile, or tries the one that is open on it. */
    public void look() throws IOException {
        Part chosen = file;
        if (chosen == null || chosen.getSize() == 0) {
            String sentence = reader.text("imports.no-file");
            faces.addMessage("sample:file", new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
            return;
        }
        if (chosen.getSize() > SAMPLE_BYTES_MAX) {
            throw new KpiException(Code.E_LIMIT, chosen.getSize() + " B", SAMPLE_BYTES_MAX + " B");
        }
        try (InputStream body = chosen.getInputStream()) {
            sample = body.readAllBytes();
        }
        sampleName = Objects.requireNonNullElse(chosen.getSubmittedFileName(), "");
        ProfileWorkshop.Guess guess = workshop.guess(new ByteArrayInputStream(sample));
        keep(guess);
        trial = null;
        if (document.isEmpty()) {
            document = guess.document();
            notes = new ArrayList<>();
            guess.recognised()
                    .forEach(p -> notes.add(
                            reader.text("profile.known", p.profile().name().in(reader.getLocale()))));
            guess.questions().forEach(q -> notes.add(q.message(reader.getLocale())));
            fill();
        } else {
            header.forEach(h -> draft.roles().putIfAbsent(h, ""));
        }
    }

    /** What the person sees below has been changed: it is tried. */
    public void check() {
        write();
    }

    private void write() {
        trial = null;
        if (!written) {
            document = DocumentWriting.pretty(new DocumentWriting(draft).after(DocumentWriting.parse(document)));
            return;
        }
        try {
            DocumentWriting.parse(document);
        } catch (JsonException e) {
            throw new KpiException(List.of(Refusal.ofField(
                    Code.E_FIELD_VALUE, "document", null, "document", String.valueOf(e.getMessage()), "JSON")));
        }
    }

    /** Keeps the profile. */
    public @Nullable String save() {
        write();
        String wanted = newCode.strip();
        if (!wanted.matches("[a-z0-9][a-z0-9-]{1,40}")) {
            throw new KpiException(
                    List.of(Refusal.ofField(Code.E_FIELD_VALUE, "code", wanted, "code", wanted, "a-z, 0-9, -")));
        }
        JsonObject kept = DocumentWriting.parse(document);
        if (kept.containsKey("code")) {
            document = DocumentWriting.pretty(
                    Json.createObjectBuilder(kept).add("code", wanted).build());
        }
        try {
            profiles.put(wanted, document, Optional.ofNullable(wanted.equals(code) ? version : null));
        } catch (KpiException e) {
            overtaken = e.code() == Code.E_VERSION;
            throw e;
        }
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("profile.saved"), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/import-profiles?faces-redirect=true";
    }

    /** Saves over what somebody else has saved meanwhile. */
    public @Nullable String saveOver() {
        version = profiles.get(code).version();
        overtaken = false;
        return save();
    }

    /** How the sample reads now. */
    public ProfileTrial getTrial() {
        if (trial == null) {
            trial = ProfileTrial.of(workshop, document, sample, reader, catalogues.get());
        }
        return trial;
    }

    public boolean isStarted() {
        return !document.isEmpty();
    }

    public boolean isSampled() {
        return sample.length > 0;
    }

    public boolean isWritten() {
        return written;
    }

    public boolean isOvertaken() {
        return overtaken;
    }

    public List<String> getNotes() {
        return notes;
    }

    public String getSampleName() {
        return sampleName;
    }

    public List<ProfileChoices.Choice> getMeanings() {
        return new ProfileChoices(reader).meanings(draft.kind(), catalogues.get());
    }

    public List<ProfileChoices.Choice> getMeasures() {
        return new ProfileChoices(reader).measures(catalogues.get());
    }

    public List<ProfileChoices.Choice> getUnits() {
        return new ProfileChoices(reader).units(ProfileNames.units(units.list(), caller, reader));
    }

    public List<ProfileChoices.Choice> options(String name) {
        return new ProfileChoices(reader).of(name);
    }

    /** The columns of the sample, one after another. */
    public List<Column> getColumns() {
        return draft.roles().keySet().stream()
                .map(name -> new Column(name, examples.getOrDefault(name, "")))
                .toList();
    }

    /** A column of the sample and what stands in it. */
    public record Column(String name, String examples) {}

    public List<String> getHeader() {
        return header;
    }

    public Map<String, String> getTyped() {
        return draft.typed();
    }

    public Map<String, String> getRoles() {
        return draft.roles();
    }

    public List<? extends Map<String, String>> getCounted() {
        return draft.counted();
    }

    public String getKind() {
        return draft.kind().name();
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code == null ? "" : code;
    }

    public String getNewCode() {
        return newCode;
    }

    public void setNewCode(@Nullable String newCode) {
        this.newCode = newCode == null ? "" : newCode;
    }

    public String getDocument() {
        return document;
    }

    public void setDocument(@Nullable String document) {
        this.document = document == null ? "" : document;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }
}
