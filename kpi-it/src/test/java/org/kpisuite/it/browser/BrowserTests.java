package org.kpisuite.it.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.kpisuite.it.path.Company;
import org.kpisuite.it.suite.RunningSuite;

/**
 * For tests that use the pages: one browser for the run, a new session (no cookies) for each test.
 *
 * <p>After a click that updates a part of a page wait for what must be seen ({@code
 * PlaywrightAssertions.assertThat(locator)}), never for the network to be idle.
 *
 * <p>One class at a time looks at pages, beside the tests that use no browser.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("browser")
public abstract class BrowserTests {
    /** Of everybody who comes in by an invitation. */
    protected static final String PASSWORD = "a long enough password";

    private static final double ANSWER_MILLIS_MAX = 30_000;

    /** Logins of those who have set their password in this run. */
    private static final Set<String> INVITED = ConcurrentHashMap.newKeySet();

    private static Browser browser;

    private final List<BrowserContext> sessions = new ArrayList<>();
    private BrowserContext session;

    /** The suite that is looked at. */
    protected final RunningSuite suite = RunningSuite.shared();

    @BeforeEach
    void newSession() {
        session = session(options());
    }

    private BrowserContext session(Browser.NewContextOptions options) {
        BrowserContext opened = browser().newContext(options);
        sessions.add(opened);
        return opened;
    }

    @AfterEach
    void closeSessions() {
        sessions.forEach(BrowserContext::close);
        sessions.clear();
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

    /** A page of the person of that role, who came in by an invitation, in a session of its own. */
    protected Page signedIn(Company company, String role) {
        return signedIn(company, role, options());
    }

    /** The same in a browser of another language or size. */
    protected Page signedIn(Company company, String role, Browser.NewContextOptions options) {
        Page page = session(options).newPage();
        if (INVITED.add(company.login(role))) {
            acceptInvitation(page, URI.create(company.invitation(role)));
        } else {
            page.navigate(suite.baseUrl() + "/signin");
        }
        page.fill("[id$=login]", company.login(role));
        page.fill("[id$=password]", PASSWORD);
        page.click("main [type=submit]");
        page.waitForURL(u -> !u.contains("/signin"));
        return page;
    }

    private void acceptInvitation(Page page, URI invitation) {
        page.navigate(suite.baseUrl() + invitation.getPath() + "?" + invitation.getQuery());
        page.fill("[id$=password]", PASSWORD);
        page.fill("[id$=again]", PASSWORD);
        page.click("main [type=submit]");
        page.waitForURL("**/signin*");
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            // As long as a click waits: a busy machine is not a defect.
            PlaywrightAssertions.setDefaultAssertionTimeout(ANSWER_MILLIS_MAX);
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
