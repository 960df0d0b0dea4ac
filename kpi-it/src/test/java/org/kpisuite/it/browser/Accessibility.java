package org.kpisuite.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What axe-core finds against a page by WCAG 2.1, levels A and AA, in the state in which it is shown. */
final class Accessibility {
    private static final String FINDINGS = """
        async () => {
            const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
            const found = await axe.run(document, {runOnly: rules});
            return found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join('; ')).join('\\n');
        }""";

    private Accessibility() {}

    static void assertNothingFound(Page page) {
        page.evaluate(script());
        assertThat(page.evaluate(FINDINGS)).as(page.url()).isEqualTo("");
    }

    private static String script() {
        try (InputStream script = Accessibility.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
