package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the product writes beside the data of people is known to it when it comes back. */
class SideColumnTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void headersAreKnownAgain_andAreNoColumnOfTheContract(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (SideColumn column : SideColumn.values()) {
            assertThat(SideColumn.of(column.header(locale).toUpperCase(locale) + "\u00a0"))
                    .contains(column);
            assertThat(IntakeColumn.of(column.header(locale))).isEmpty();
        }
        assertThat(Arrays.stream(IntakeColumn.values()).map(c -> SideColumn.of(c.header(locale))))
                .allMatch(c -> c.isEmpty());
        assertThat(Arrays.stream(IntakeColumn.values())
                        .map(c -> IntakeColumn.of(c.header(locale)).orElseThrow()))
                .containsExactly(IntakeColumn.values());
    }

    @Test
    void whatIsUnknown_staysUnknown() {
        assertThat(SideColumn.of("what is wrong here")).isEmpty();
    }
}
