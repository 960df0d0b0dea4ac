package org.kpisuite.domain.leadlag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.plan.CountedWord;

/** No text claims what the test of a pair cannot show. Source: domain specification §6.8. */
class ClaimsTest {
    private static final Pattern CAUSE = Pattern.compile(
            "\\bcause[sd]?\\b|\\bcausing\\b|\\bcausal|\\bleads? to\\b|\\bresults? in\\b|\\bdrives?\\b|\\bimpacts?\\b"
                    + "|\\bвлия[ею]т\\b|\\bпривод[ия]т\\b|\\bвызыва[ею]т\\b|обуслов|доказано",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** The one thing that may be said of causes: that nothing is said of them. */
    private static final List<String> DENIALS = List.of("not proof of cause", "не доказательство причины");

    /** Who has a hand in an indicator: people, of whom that may be said. */
    private static final Set<String> OF_PEOPLE = Set.of("L06", "plan.terms.influence");

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

    private static boolean claims(String text) {
        String rest = text;
        for (String denial : DENIALS) {
            rest = rest.replace(denial, "");
        }
        return CAUSE.matcher(rest).find();
    }

    @ParameterizedTest
    @CsvSource({"en", "ru"})
    void noText_speaksOfCauses_norConfirmsAHundredPercent(String language) {
        Properties texts = bundle(Locale.forLanguageTag(language));

        assertThat(texts.stringPropertyNames())
                .filteredOn(k -> k.startsWith("leadlag."))
                .isNotEmpty();
        assertThat(texts.stringPropertyNames())
                .filteredOn(k -> !OF_PEOPLE.contains(k))
                .allSatisfy(key -> {
                    assertThat(claims(texts.getProperty(key)))
                            .as(key + ": " + texts.getProperty(key))
                            .isFalse();
                    assertThat(texts.getProperty(key)).as(key).doesNotContainPattern("100\\s?% (confirmed|подтвержд)");
                });
        assertThat(texts.stringPropertyNames())
                .filteredOn(k -> k.startsWith("leadlag."))
                .allSatisfy(key ->
                        assertThat(texts.getProperty(key)).doesNotContain("*").doesNotContain("p <"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Traffic causes revenue.; true",
                "Traffic leads to revenue.; true",
                "Трафик влияет на выручку.; true",
                "Рост трафика приводит к росту выручки.; true",
                "Traffic leads revenue by 2 weeks. A statistical link, not proof of cause.; false",
                "Трафик опережает выручку. Статистическая связь, не доказательство причины.; false"
            })
    void searchFindsWhatItLooksFor(String text, boolean claim) {
        assertThat(claims(text)).isEqualTo(claim);
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
