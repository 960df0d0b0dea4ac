package org.kpisuite.ejb.actual;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.ColumnName;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.LongForm;
import org.kpisuite.domain.actual.WideForm;
import org.kpisuite.domain.catalogue.Measure;

/** Proposes a profile for a sample: by the words of its header and by what stands below them. */
final class ProfileGuess {
    private final SampleTable table;
    private final Installation installation;

    private ProfileGuess(SampleTable table, Installation installation) {
        this.table = table;
        this.installation = installation;
    }

    /**
     * What a guess must know.
     *
     * @param units code of each unit that the person may import for to its names
     * @param profiles those that can be recognised, in their order
     */
    record Installation(List<Measure> measures, Map<String, List<String>> units, List<ImportProfile> profiles) {}

    /**
     * A proposal.
     *
     * @param recognised codes of the profiles that read this file as it is, the likeliest first
     * @param document of a new profile, to be looked at and kept under a code of its own
     */
    record Proposal(
            List<String> recognised,
            String document,
            List<String> header,
            List<List<String>> rows,
            List<GuessNote> reasons,
            List<GuessNote> questions) {}

    static Proposal of(SampleFile sample, Installation installation) throws IOException {
        ProfileGuess guess = new ProfileGuess(SampleTable.of(sample), installation);
        SampleMeaning meaning = new SampleMeaning(guess.table, installation);
        if (LongForm.CONTRACT.required().allMatch(guess.table::has)) {
            meaning.because("", "contract");
        }
        return new Proposal(
                guess.recognised(),
                document(meaning),
                guess.table.header(),
                guess.table.rows().stream().limit(ProfilePreview.ROWS_MAX).toList(),
                meaning.reasons(),
                meaning.questions());
    }

    /** The profiles all of whose columns are there; the one that asks for the most first. */
    private List<String> recognised() {
        record Candidate(String code, long columns) {}
        return installation.profiles().stream()
                .map(p -> new Candidate(p.code(), fitting(p)))
                .filter(c -> c.columns >= 2)
                .sorted((a, b) -> Long.compare(b.columns, a.columns))
                .map(Candidate::code)
                .toList();
    }

    private long fitting(ImportProfile profile) {
        Set<ColumnName> required = profile.form().required().collect(Collectors.toSet());
        boolean periods = !(profile.form() instanceof WideForm wide)
                || !(wide.columns() instanceof WideForm.ByPeriod)
                || table.header().stream().anyMatch(h -> SampleColumn.period(h).isPresent());
        return periods && required.stream().allMatch(table::has) ? required.size() : 0;
    }

    private static String document(SampleMeaning meaning) {
        JsonObjectBuilder root = Json.createObjectBuilder();
        root.add("name", Json.createObjectBuilder().add("en", "New profile").add("ru", "Новый профиль"));
        JsonObjectBuilder form = Json.createObjectBuilder();
        String kind = new FormGuess(meaning).form(form);
        new RulesGuess(meaning).rules(root);
        return pretty(root.add(kind, form).build());
    }

    private static String pretty(JsonObject document) {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(document);
        }
        return text.toString().strip();
    }
}
