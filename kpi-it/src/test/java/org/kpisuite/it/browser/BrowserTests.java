package org.kpisuite.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.kpisuite.it.suite.RunningSuite;

/**
 * For tests that use the pages: one browser for the run, a new session (no cookies) for each test.
 *
 * <p>After a click that updates a part of a page wait for what must be seen ({@code
 * PlaywrightAssertions.assertThat(locator)}), never for the network to be idle.
 *
 * <p>Nothing else runs beside them: a page that a person waits for must not wait for servers that start.
 */
@Isolated
public abstract class BrowserTests {

    private static Browser browser;

    private BrowserContext session;

    /** The suite that is looked at. */
    protected final RunningSuite suite = RunningSuite.shared();

    @BeforeEach
    void newSession() {
        session = browser().newContext(options());
    }

    @AfterEach
    void closeSession() {
        session.close();
    }

    /** What the browser says about itself; English unless a test says otherwise. */
    protected Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("en").setBaseURL(suite.baseUrl() + "/");
    }

    /** A page of this test's session; the path begins with a slash. */
    protected Page open(String path) {
        Page page = session.newPage();
        page.navigate(suite.baseUrl() + path);
        return page;
    }

    /** The same for another person: a page of a session of its own. */
    protected Page openAnew(String path) {
        session.close();
        newSession();
        return open(path);
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(System.getProperty("kpi.it.chromium", "/usr/bin/chromium")))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-dev-shm-usage")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
