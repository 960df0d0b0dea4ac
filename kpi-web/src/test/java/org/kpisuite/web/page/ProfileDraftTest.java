package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page of a profile reads from a document, it writes into it again. */
class ProfileDraftTest {
    private static final List<String> HEADER = List.of("Team", "What", "Day", "Count");
    private static final String LONG = """
            "long":{"columns":{"unit":{"column":"Team"},"measure":{"column":"What"},
                "period":{"column":"Day"},"value":{"column":"Count"}}}""";
    private static final String SCOPE = """
            "fullSnapshot":true,
            "scope":{"units":["MKT","SALES"],"measures":["LEADS"],"from":"2026-01","to":"2026-12"}""";

    private static JsonObject document(String... parts) {
        return DocumentWriting.parse(
                "{\"name\":{\"en\":\"a\",\"ru\":\"б\"},\"source\":\"CRM\"," + String.join(",", parts) + "}");
    }

    private static ProfileDraft draft(JsonObject document) {
        return ProfileDraft.of(document, HEADER).orElseThrow();
    }

    @Test
    void scopeOfFullSnapshots_isReadIntoItsFields_andWrittenBack() {
        JsonObject document = document(SCOPE, LONG);
        ProfileDraft draft = draft(document);
        assertThat(draft.typed("fullSnapshot")).isEqualTo("true");
        assertThat(draft.typed("scopeUnits")).isEqualTo("MKT, SALES");
        assertThat(draft.typed("scopeFrom")).isEqualTo("2026-01");
        assertThat(new DocumentWriting(draft).after(document)).isEqualTo(document);
    }

    @Test
    void fullSnapshotThatIsSwitchedOff_leavesNoScope_andACodeMayBeTypedWithAnySeparator() {
        JsonObject document = document(SCOPE, LONG);
        ProfileDraft off = draft(document);
        off.typed().put("fullSnapshot", "");
        assertThat(new DocumentWriting(off).after(document)).isEqualTo(document(LONG));

        ProfileDraft on = draft(document(LONG));
        on.typed().put("fullSnapshot", "true");
        on.typed().put("scopeUnits", " MKT;SALES ");
        on.typed().put("scopeMeasures", "LEADS");
        on.typed().put("scopeFrom", "2026-01");
        on.typed().put("scopeTo", "2026-12");
        assertThat(new DocumentWriting(on).after(document(LONG))).isEqualTo(document);
    }

    @Test
    void scopeThatFieldsCannotSay_isLeftToTheDocument() {
        assertThat(ProfileDraft.of(document("\"scope\":{\"units\":[\"A\"],\"measures\":[\"B\"]}", LONG), HEADER))
                .isEmpty();
    }
}
