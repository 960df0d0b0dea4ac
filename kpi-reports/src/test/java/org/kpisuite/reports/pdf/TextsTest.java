package org.kpisuite.reports.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;

class TextsTest {

    @Test
    void everyText_existsInBothLanguages() {
        Texts english = new Texts(Locale.ENGLISH);
        Texts russian = new Texts(Messages.RU);
        assertThat(russian.bundle().keySet()).isEqualTo(english.bundle().keySet());
        assertThat(english.text("head.weight")).isNotEqualTo(russian.text("head.weight"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "texts",
                "texts_ru",
                "wording/wording",
                "wording/wording_ru",
                "workbook/workbook",
                "workbook/workbook_ru"
            })
    void everyText_standsOnceInItsFile(String bundle) throws IOException {
        try (InputStream in = Texts.class.getResourceAsStream("/org/kpisuite/reports/" + bundle + ".properties")) {
            Set<String> seen = new HashSet<>();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(l -> !l.startsWith("#") && l.contains("="))
                            .map(l -> l.substring(0, l.indexOf('=')))
                            .filter(k -> !seen.add(k)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-Q4, Q4\u00a0’26, Q4\u00a0’26",
        "2026-W07, W07, W07",
        "2026-11, Nov\u00a026, ноя\u00a026",
        "2005, 2005, 2005",
        "2026-10-05, 5 Oct, 5.10"
    })
    void period_isAsShortAsAColumnHead(String code, String english, String russian) {
        assertThat(new Texts(Locale.UK).period(Period.parse(code))).isEqualTo(english);
        assertThat(new Texts(Messages.RU).period(Period.parse(code))).isEqualTo(russian);
    }

    @Test
    void date_hasItsYear() {
        LocalDate date = LocalDate.of(2026, 3, 9);
        assertThat(new Texts(Locale.UK).dayOfYear(date)).isEqualTo("09 Mar 2026");
        assertThat(new Texts(Messages.RU).dayOfYear(date)).isEqualTo("09.03.2026");
    }
}
