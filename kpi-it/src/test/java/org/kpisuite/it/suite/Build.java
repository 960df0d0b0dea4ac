package org.kpisuite.it.suite;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the build put what is tested. */
public final class Build {

    private Build() {}

    /** {@code kpi-it/target}. */
    public static Path target() {
        return Path.of(required("kpi.it.target"));
    }

    public static Path suiteJar() {
        return existing("kpi.it.suite.jar");
    }

    public static Path suiteEar() {
        return existing("kpi.it.suite.ear");
    }

    public static Path webArchive() {
        return existing("kpi.it.web.war");
    }

    /** The unpacked Payara Server. */
    public static Path payaraServer() {
        return existing("kpi.it.payara.server");
    }

    private static Path existing(String property) {
        Path path = Path.of(required(property)).toAbsolutePath().normalize();
        if (Files.notExists(path)) {
            throw new IllegalStateException(path + " is missing; build it with mvn package -DskipTests");
        }
        return path;
    }

    private static String required(String property) {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("system property " + property + " is missing; kpi-it/pom.xml sets it");
        }
        return value;
    }
}
