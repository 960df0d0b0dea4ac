package org.kpisuite.reports.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @ValueSource(strings = {"wording/wording", "mail/mail", "workbook/workbook", "intake/intake"})
    void everyTextExists_inBothLanguages_withTheSameArguments(String bundle) throws IOException {
        Properties english = read(bundle + ".properties");
        Properties russian = read(bundle + "_ru.properties");
        assertThat(russian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(russian.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static Properties read(String file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(WordingTest.class.getResourceAsStream("/org/kpisuite/reports/" + file)),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String arguments(String text) {
        return text.chars()
                .filter(c -> Character.isDigit(c) && text.indexOf("{" + (char) c + "}") >= 0)
                .sorted()
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
