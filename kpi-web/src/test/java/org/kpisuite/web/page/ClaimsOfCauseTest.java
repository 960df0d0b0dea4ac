package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text of pages, reports and workbooks says that one indicator brings the other about. Source: domain specification §6.8. */
class ClaimsOfCauseTest {
    private static final Pattern CAUSE = Pattern.compile(
            "\\bcauses\\b|\\bcaused\\b|\\bcausal|\\bleads? to\\b|\\bвлия[ею]т\\b|\\bпривод[ия]т\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    /** Who has a hand in an indicator: people, of whom that may be said. */
    private static final Set<String> OF_PEOPLE =
            Set.of("diff.field.influencers", "field.influencers", "pack.field.influencers");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web/page/texts_en",
                "web/page/texts_ru",
                "reports/texts",
                "reports/texts_ru",
                "reports/workbook/workbook",
                "reports/workbook/workbook_ru"
            })
    void noText_speaksOfCauses(String bundle) throws IOException {
        Properties texts = new Properties();
        try (var in = getClass().getResourceAsStream("/org/kpisuite/" + bundle + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        assertThat(texts.stringPropertyNames()).isNotEmpty();
        assertThat(texts.stringPropertyNames().stream()
                        .filter(key -> !OF_PEOPLE.contains(key)
                                && CAUSE.matcher(texts.getProperty(key)).find())
                        .map(key -> key + "=" + texts.getProperty(key)))
                .isEmpty();
    }
}
