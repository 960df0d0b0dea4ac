package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No text of the product says that one indicator brings the other about, nor that anything is sure: one list of words, looked
 * for in every bundle of every module. Source: domain specification §6.8.
 */
class ClaimsOfCauseTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern CLAIM = Pattern.compile(
            "\\bcause[sd]?\\b|\\bcausing\\b|\\bcausal|\\bleads? to\\b|\\bresults? in\\b|\\bdrives?\\b|\\bdriven by\\b"
                    + "|\\bimpacts?\\b|\\baffects?\\b|\\bdue to\\b|\\bthanks to\\b|\\bproves\\b|\\bproven\\b"
                    + "|\\bвлия[ею]т\\b|\\bповлия|\\bпривод[ия]т\\b|\\bвызыва[ею]т\\b|\\bвызвал|обуслов|доказано"
                    + "|\\bблагодаря\\b|\\bзавис[ия]т от\\b|100\\s?% (confirmed|подтвержд)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** The one thing that may be said of causes: that nothing is said of them. */
    private static final List<String> DENIALS = List.of("not proof of cause", "не доказательство причины");

    /** Of people, and of the questions of an import, it may be said; never of indicators. */
    private static final Set<String> NOT_OF_INDICATORS = Set.of(
            "L06",
            "plan.terms.influence",
            "field.influencers",
            "diff.field.influencers",
            "pack.field.influencers",
            "preview.no-questions");

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 12)) {
            return files.filter(f -> f.toString().endsWith(".properties"))
                    .filter(f -> f.toString().contains("/src/main/resources/org/kpisuite/"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean claims(String text) {
        String rest = text;
        for (String denial : DENIALS) {
            rest = rest.replace(denial, "");
        }
        return CLAIM.matcher(rest).find();
    }

    @Test
    void everyModuleWithTexts_isSearched() throws IOException {
        assertThat(bundles().stream().map(b -> b.getFileName().toString()))
                .contains(
                        "messages.properties",
                        "messages_ru.properties",
                        "texts_en.properties",
                        "texts_ru.properties",
                        "texts.properties",
                        "workbook_ru.properties",
                        "mail.properties",
                        "mail_ru.properties");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noText_speaksOfCauses_norOfCertainty(Path bundle) {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(bundle)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        assertThat(texts.stringPropertyNames()).isNotEmpty();
        assertThat(texts.stringPropertyNames().stream()
                        .filter(key -> !NOT_OF_INDICATORS.contains(key) && claims(texts.getProperty(key)))
                        .map(key -> key + "=" + texts.getProperty(key)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Traffic causes revenue.; true",
                "Traffic leads to revenue.; true",
                "Traffic drives revenue.; true",
                "Трафик влияет на выручку.; true",
                "Рост трафика приводит к росту выручки.; true",
                "Выручка выросла благодаря трафику.; true",
                "Traffic leads revenue by 2 weeks. A statistical link, not proof of cause.; false",
                "Трафик опережает выручку. Статистическая связь, не доказательство причины.; false"
            })
    void searchFindsWhatItLooksFor(String text, boolean claim) {
        assertThat(claims(text)).isEqualTo(claim);
    }
}
