package org.kpisuite.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class BrowserSmokeIT extends BrowserTests {

    @Test
    void browser_reachesTheSuite() {
        Page page = open("/api/health");
        assertThat(page.textContent("body")).contains("\"status\":\"UP\"");
    }
}
