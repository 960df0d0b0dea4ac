package org.kpisuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import fish.payara.micro.PayaraMicro;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class LauncherManifestTest {

    /** Our manifest replaces the server's. What the server needs opened must not get lost when its version is raised. */
    @Test
    void manifestOfTheServer_isKept_exceptForTheMainClass() throws Exception {
        Attributes server = manifestOfTheServer();
        assertThat(server.getValue("Add-Exports")).isEqualTo(System.getProperty("payara.add-exports"));
        assertThat(server.getValue("Add-Opens")).isEqualTo(System.getProperty("payara.add-opens"));
        assertThat(server.getValue("Start-Class")).isEqualTo("fish.payara.micro.impl.PayaraMicroImpl");
    }

    private static Attributes manifestOfTheServer() throws Exception {
        Path jar = Path.of(PayaraMicro.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        }
    }
}
