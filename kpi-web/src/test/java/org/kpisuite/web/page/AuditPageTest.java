package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.audit.AuditAction;

class AuditPageTest {
    @ParameterizedTest
    @EnumSource
    void everyAction_hasWords(AuditAction action) {
        assertThat(new Texts(Locale.ENGLISH).has("audit.action." + action)).isTrue();
        assertThat(new Texts(Locale.forLanguageTag("ru")).has("audit.action." + action))
                .isTrue();
    }

    @Test
    void changes_areThoseFieldsThatDiffer_andNoOthers() {
        assertThat(AuditChanges.between(
                        Optional.of("{\"state\":\"OPEN\",\"same\":\"1\",\"gone\":null}"),
                        Optional.of("{\"state\":\"CLOSED\",\"same\":\"1\",\"list\":[1,2]}")))
                .extracting(AuditChanges.Change::field, AuditChanges.Change::before, AuditChanges.Change::after)
                .containsExactly(tuple("list", "—", "[1,2]"), tuple("state", "OPEN", "CLOSED"));
        assertThat(AuditChanges.between(Optional.empty(), Optional.empty())).isEmpty();
    }
}
