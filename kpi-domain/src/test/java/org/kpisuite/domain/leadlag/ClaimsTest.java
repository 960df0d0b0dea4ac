package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.CountedWord;

/** No text claims what the test of a pair cannot show. Source: domain specification §6.8. */
class ClaimsTest {
    private static Properties bundle(Locale locale) {
        Properties texts = new Properties();
        String name = locale.equals(Messages.RU) ? "messages_ru.properties" : "messages.properties";
        try (var in = ClaimsTest.class.getResourceAsStream("/org/kpisuite/domain/" + name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"en", "ru"})
    void noText_showsStars_norSetsAVerdictOnP(String language) {
        Properties texts = bundle(Locale.forLanguageTag(language));

        assertThat(texts.stringPropertyNames())
                .filteredOn(k -> k.startsWith("leadlag."))
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(texts.getProperty(key)).doesNotContain("*").doesNotContain("p <"));
    }

    @ParameterizedTest
    @EnumSource(LagNote.Kind.class)
    void everyNote_hasItsText(LagNote.Kind kind) {
        assertThat(Messages.has(Messages.EN, "leadlag.note." + kind)).isTrue();
        assertThat(Messages.has(Messages.RU, "leadlag.note." + kind)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Verdict.class)
    void everyVerdict_hasItsText(Verdict verdict) {
        assertThat(Messages.has(Messages.EN, "leadlag.verdict." + verdict)).isTrue();
        assertThat(Messages.has(Messages.RU, "leadlag.verdict." + verdict)).isTrue();
    }

    @Test
    void everyLengthOfPeriod_canBeCounted() {
        assertThat(Arrays.stream(Granularity.values())
                        .map(g -> CountedWord.valueOf(g.name()).text(5, Messages.RU)))
                .containsExactly("5 дней", "5 недель", "5 месяцев", "5 кварталов", "5 лет");
        assertThat(CountedWord.WEEK.text(1, Messages.RU)).isEqualTo("1 неделю");
    }
}
