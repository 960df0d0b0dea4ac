package org.kpisuite.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for all files of the pages: colours by name, texts in both languages. */
class PageFilesTest {
    private static final Path WEBAPP = Path.of("src/main/webapp");
    private static final Path CODE = Path.of("src/main/java/org/kpisuite/web/page");
    private static final Pattern COLOUR = Pattern.compile("#(?:[0-9a-fA-F]{3,4}){1,2}\\b(?![^\\s]*\\{)|\\brgba?\\(");
    private static final Pattern ROOT = Pattern.compile(":root\\{[^}]*}");
    private static final Pattern KEY = Pattern.compile("\\bt\\['([\\w.-]+)']|reader\\.text\\(\\s*['\"]([\\w.-]+)['\"]");

    @Test
    void coloursAreNamed_onlyInRoot() {
        for (Path file : files(WEBAPP, ".css", ".xhtml", ".js", ".svg")) {
            String text = file.getFileName().toString().equals("mark.svg")
                    ? ""
                    : ROOT.matcher(read(file)).replaceAll("");
            assertThat(COLOUR.matcher(text).results().map(r -> r.group()))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void bothLanguages_haveTheSameKeys() {
        assertThat(keys(Locale.ENGLISH)).isEqualTo(keys(Locale.forLanguageTag("ru")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void textsWithArguments_haveTheSameArguments(String language) {
        ResourceBundle other = bundle(Locale.forLanguageTag(language));
        ResourceBundle english = bundle(Locale.ENGLISH);
        for (String key : english.keySet()) {
            assertThat(arguments(other.getString(key))).as(key).isEqualTo(arguments(english.getString(key)));
        }
    }

    @Test
    void everyTextThatAPageNames_exists() {
        Set<String> known = keys(Locale.ENGLISH);
        for (Path file : concat(files(WEBAPP, ".xhtml"), files(CODE, ".java"))) {
            Matcher m = KEY.matcher(read(file));
            while (m.find()) {
                String key = m.group(1) == null ? m.group(2) : m.group(1);
                assertThat(known.stream().anyMatch(k -> k.equals(key) || (key.endsWith(".") && k.startsWith(key))))
                        .as(file + ": " + key)
                        .isTrue();
            }
        }
    }

    @Test
    void everyIconThatAPageNames_exists() {
        Pattern icon = Pattern.compile("<k:icon name=\"(\\w+)\"");
        for (Path file : files(WEBAPP, ".xhtml")) {
            icon.matcher(read(file)).results().forEach(r -> assertThat(Icon.path(r.group(1)))
                    .as(file.toString())
                    .isNotEmpty());
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> found = new TreeSet<>();
        Pattern.compile("\\{(\\d)").matcher(text).results().forEach(r -> found.add(r.group(1)));
        return found;
    }

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(bundle(locale).keySet());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(Texts.BUNDLE, locale);
    }

    private static List<Path> concat(List<Path> some, List<Path> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    private static List<Path> files(Path folder, String... endings) {
        try (var files = Files.walk(folder)) {
            return files.filter(f ->
                            List.of(endings).stream().anyMatch(e -> f.toString().endsWith(e)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
