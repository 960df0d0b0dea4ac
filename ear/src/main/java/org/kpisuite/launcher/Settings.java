package org.kpisuite.launcher;

import java.nio.file.Path;
import java.util.Map;

/**
 * What must be known before the server runs: where it listens and where it keeps its files. All other settings are read
 * by the application itself.
 *
 * @param port 1 to 65535
 * @param folder absolute
 */
record Settings(int port, Path folder) {

    private static final int PORT_MAX = 65_535;

    Settings {
        if (port < 1 || port > PORT_MAX) {
            throw new IllegalArgumentException("KPI_PORT must be a number from 1 to " + PORT_MAX + ", but is " + port);
        }
        folder = folder.toAbsolutePath().normalize();
    }

    /** From {@code KPI_PORT} (8080) and {@code KPI_DATA} (var/data). */
    static Settings of(Map<String, String> environment) {
        return new Settings(
                port(environment.getOrDefault("KPI_PORT", "8080")),
                Path.of(environment.getOrDefault("KPI_DATA", "var/data")));
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("KPI_PORT must be a number, but is " + text, e);
        }
    }
}
