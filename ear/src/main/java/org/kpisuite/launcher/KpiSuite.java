package org.kpisuite.launcher;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * {@code java -jar kpi-suite.jar}: one node on Payara Micro, without a cluster and without calls home.
 *
 * <p>Ends with 1 and a plain reason where the suite cannot serve; a server that runs but has no application would look
 * alive to whoever watches it.
 */
public final class KpiSuite {

    private static final int HEALTH_MILLIS_MAX = 60_000;

    private KpiSuite() {}

    public static void main(String[] args) {
        try {
            Settings settings = Settings.of(System.getenv());
            start(settings);
            System.out.println("KPI Suite is ready: http://localhost:" + settings.port() + "/");
        } catch (IllegalArgumentException | IllegalStateException | IOException | BootstrapException e) {
            System.err.println("KPI Suite did not start: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void start(Settings settings) throws IOException, BootstrapException {
        requireFree(settings.port());
        ServerFolder folder = ServerFolder.takeIn(settings.folder());
        // The application reads its settings itself; only the folder is made absolute for it, once, here.
        System.setProperty("kpi.data", settings.folder().toString());
        // Jars inside a jar are read at half the speed of files, and a server start is mostly reading classes.
        PayaraMicro.setUpackedJarDir(folder.path().toFile());
        PayaraMicro.unpackJars();
        PayaraMicro.getInstance()
                .setNoHazelcast(true)
                .setPrintLogo(false)
                .setHttpPort(settings.port())
                .bootStrap();
        requireHealth(settings.port());
    }

    /** The server lists an application that failed to start among those it runs, so the application itself is asked. */
    private static void requireHealth(int port) throws IOException {
        HttpURLConnection health = (HttpURLConnection)
                URI.create("http://localhost:" + port + "/api/health").toURL().openConnection();
        health.setConnectTimeout(HEALTH_MILLIS_MAX);
        health.setReadTimeout(HEALTH_MILLIS_MAX);
        int status = health.getResponseCode();
        health.disconnect();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(
                    "the application answers " + status + " when asked for its health; the reason is in the log above");
        }
    }

    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new IOException("port " + port + " is in use; KPI_PORT names another", e);
        }
    }
}
