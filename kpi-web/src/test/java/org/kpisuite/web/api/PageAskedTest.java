package org.kpisuite.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** What an address says of the page of a list. */
class PageAskedTest {
    @Test
    void whatIsNoNumber_isRefusedByName_allAtOnce() {
        KpiException refused = catchThrowableOfType(KpiException.class, () -> PageAsked.of("abc", "-1", 50, 200));

        assertThat(refused.refusals()).extracting(Refusal::code).containsOnly(Code.E_FIELD_VALUE);
        assertThat(refused.refusals()).extracting(Refusal::column).containsExactly("next", "limit");
        assertThat(refused.refusals()).extracting(Refusal::value).containsExactly("abc", "-1");
    }

    @ParameterizedTest
    @CsvSource({", , 50", "7, 3, 3", "7, 0, 1", "7, 999, 200"})
    void rows_areAtMostAPage_andAtLeastOne(String next, String limit, int rows) {
        PageAsked asked = PageAsked.of(next, limit, 50, 200);

        assertThat(asked.limit()).isEqualTo(rows);
        assertThat(asked.next().map(String::valueOf).orElse(null)).isEqualTo(next);
    }
}
