package org.kpisuite.it.suite;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The shipped {@code kpi-suite.jar} as a process, as a user has it: started once for all tests of a run, stopped with the
 * JVM. Tests share it, so each makes units, people and plans with codes of its own ({@link #uniqueCode}).
 *
 * <p>Without {@code KPI_SMTP_URL} mails would be files; here they arrive at {@link #mails}.
 */
public final class RunningSuite {

    private static RunningSuite shared;

    private final Path folder;
    private final String token;
    private final GreenMail mails;
    private final TestDatabase database = TestDatabase.create();
    private final ServerProcess process;
    private final Random random = new Random(20_260_101L);

    private RunningSuite() {
        folder = freshFolder();
        token = randomToken();
        mails = new GreenMail(new ServerSetup(FreePort.any(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        process = ServerProcess.start(folder, environment());
    }

    /** The one of this run; the first call takes as long as the suite takes to start. */
    public static synchronized RunningSuite shared() {
        if (shared == null) {
            shared = new RunningSuite();
        }
        return shared;
    }

    /** Without a slash at its end. */
    public URI baseUrl() {
        return process.baseUrl();
    }

    /** The value of {@code KPI_BOOTSTRAP_TOKEN}. */
    public String token() {
        return token;
    }

    /** The value of {@code KPI_DATA}. */
    public Path folder() {
        return folder;
    }

    /** What it stores in. */
    public TestDatabase database() {
        return database;
    }

    /** Everything the suite sent. Shared too: look for your own recipient. */
    public GreenMail mails() {
        return mails;
    }

    /** A client that signs in with the bootstrap token. */
    public ApiClient api() {
        return new ApiClient(baseUrl(), token);
    }

    /** A client that signs in with another token, or not at all where it is empty. */
    public ApiClient api(String otherToken) {
        return new ApiClient(baseUrl(), otherToken);
    }

    /** What the server has printed so far; for messages of failed tests. */
    public String log() {
        return process.log();
    }

    /** A code that no other test of this run uses, such as {@code SHOP-4F2A91}. */
    public synchronized String uniqueCode(String prefix) {
        return prefix + "-" + HexFormat.of().withUpperCase().toHexDigits(random.nextInt(), 6);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(database.environment());
        environment.put("KPI_DATA", folder.toString());
        environment.put("KPI_BOOTSTRAP_TOKEN", token);
        environment.put("KPI_SMTP_URL", "smtp://127.0.0.1:" + mails.getSmtp().getPort());
        return environment;
    }

    private static Path freshFolder() {
        try {
            Path parent = Files.createDirectories(Build.target().resolve("suites"));
            return Files.createTempDirectory(parent, "suite").toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String randomToken() {
        byte[] bytes = new byte[32];
        new Random().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
