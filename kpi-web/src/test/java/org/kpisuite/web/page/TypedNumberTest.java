package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.KpiException;

class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|1,600.5|1600.5",
                "en|26000|26000",
                "en|−3.25|-3.25",
                "ru|1 600,5|1600.5",
                "ru|1\u00A0600|1600",
                "ru|12,5|12.5"
            })
    void number_isReadAsTheReadersLanguageWritesIt(String language, String typed, BigDecimal number) {
        assertThat(TypedNumber.read(typed, Locale.forLanguageTag(language), "target"))
                .isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|1,5",
                "en|abc",
                "en|1.2.3",
                "en|1e5",
                "ru|1.234",
                "ru|1,2,3",
                "ru|--1",
                "en|0.12345678901",
                "en|1234567890123456789"
            })
    void whatIsUnclear_isRefused_withItsField(String language, String typed) {
        assertThatThrownBy(() -> TypedNumber.read(typed, Locale.forLanguageTag(language), "target"))
                .isInstanceOf(KpiException.class)
                .hasMessageContaining("E-NUM-FORMAT")
                .hasMessageContaining("target");
    }

    @Test
    void emptyField_isNoNumber() {
        assertThat(TypedNumber.read("  ", Locale.ENGLISH, "target")).isNull();
    }
}
