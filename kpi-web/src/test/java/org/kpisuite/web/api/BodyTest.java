package org.kpisuite.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Texts of request bodies as storage can keep them. */
class BodyTest {
    private static Body body(String json) {
        return Body.of(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void textWithNul_isRefused_beforeAnyStorageIsAsked() {
        assertThat(body("{\"reason\":\" twice \"}").text("reason")).contains("twice");
        Body body = body("{\"reason\":\"a\\u0000b\"}");
        assertThat(body.text("reason")).isEmpty();
        assertThatThrownBy(body::check).isInstanceOfSatisfying(KpiException.class, e -> assertThat(e.code())
                .isEqualTo(Code.E_FIELD_VALUE));
    }
}
