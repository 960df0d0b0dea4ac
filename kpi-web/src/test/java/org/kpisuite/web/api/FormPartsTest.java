package org.kpisuite.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.EntityPart;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** What a form says beside its file is heard or refused. */
class FormPartsTest {
    private static final Set<String> KNOWN = Set.of("dryRun", "profile");

    private static final EntityPart FILE = part("file", "a.csv", "unit,value");

    private static EntityPart part(String name, String fileName, String content) {
        return (EntityPart) Proxy.newProxyInstance(
                FormPartsTest.class.getClassLoader(),
                new Class<?>[] {EntityPart.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getName" -> name;
                    case "getFileName" -> Optional.ofNullable(fileName);
                    case "getContent" -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static List<String> refused(Set<String> known, EntityPart... parts) {
        try {
            FormParts.of(List.of(parts), known);
            return List.of();
        } catch (KpiException e) {
            return e.refusals().stream()
                    .map(r -> r.code().text() + " " + r.column() + " " + r.value())
                    .toList();
        }
    }

    @Test
    void part_saysWhatTheAddressMaySayToo() {
        FormParts form = FormParts.of(List.of(part("dryRun", null, " true\n"), FILE), KNOWN);
        assertThat(form.text("dryRun", null)).isEqualTo("true");
        assertThat(form.text("dryRun", "true")).isEqualTo("true");
        assertThat(form.text("profile", "crm")).isEqualTo("crm");
        assertThat(form.text("profile", null)).isNull();
        assertThat(form.file()).isSameAs(FILE);
    }

    @Test
    void partAndAddress_thatDiffer_areRefused() {
        FormParts form = FormParts.of(List.of(part("dryRun", null, "true"), FILE), KNOWN);
        assertThatThrownBy(() -> form.text("dryRun", "false"))
                .isInstanceOfSatisfying(KpiException.class, e -> assertThat(e.refusals())
                        .extracting(r -> r.code().text(), Refusal::column)
                        .containsExactly(org.assertj.core.groups.Tuple.tuple("E-FIELD-VALUE", "dryRun")));
    }

    @Test
    void blankPart_isNoAbsentOne_whereAWordIsDue() {
        FormParts form = FormParts.of(List.of(part("dryRun", null, ""), FILE), KNOWN);
        assertThat(form.text("dryRun", null)).isEmpty();
        assertThat(form.text("dryRun")).isEmpty();
    }

    @Test
    void unknownPart_partTwice_secondFile_areRefusedAllAtOnce() {
        EntityPart dry = part("dryRun", null, "true");
        assertThat(refused(KNOWN, dry, FILE, part("dryrun", null, "1"), dry, part("file", "b.csv", "")))
                .containsExactly(
                        "E-FIELD-UNKNOWN dryrun null", "E-FIELD-UNKNOWN dryRun null", "E-FIELD-UNKNOWN file b.csv");
        assertThat(refused(Set.of(), dry)).containsExactly("E-FIELD-UNKNOWN dryRun null", "E-FIELD-MISSING file null");
    }
}
