package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.Build;

/** Templates are compiled by the build: no compiler is shipped, and nothing that would call one. */
class ShippedClassesIT {
    private static final List<String> COMPILERS =
            List.of("org/eclipse/jdt/", "com/sun/tools/javac/", "org/codehaus/janino/", "org/codehaus/groovy/");

    @Test
    void neitherWarNorEar_holdsACompiler_andBothHoldTheCompiledTemplates() throws IOException {
        for (Path archive : List.of(Build.webArchive(), Build.suiteEar())) {
            List<String> names = new ArrayList<>();
            try (InputStream file = Files.newInputStream(archive)) {
                names(file, names);
            }
            assertThat(names).hasSizeGreaterThan(5_000);
            assertThat(names.stream().filter(n -> COMPILERS.stream().anyMatch(n::startsWith)))
                    .as(archive.toString())
                    .isEmpty();
            assertThat(names.stream().filter(n -> n.contains("ecj-") || n.contains("jasperreports-jdt")))
                    .isEmpty();
            assertThat(names)
                    .contains(
                            "org/kpisuite/reports/pdf/scorecard.jasper",
                            "org/kpisuite/reports/pdf/scorecard-letter.jasper",
                            "org/kpisuite/reports/pack/pack.jasper",
                            "org/kpisuite/reports/pack/pack-letter.jasper");
        }
    }

    /** Of all entries, those of archives within included. */
    private static void names(InputStream archive, List<String> names) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            names.add(entry.getName());
            if (entry.getName().matches(".*\\.(jar|war)")) {
                names(zip, names);
            }
        }
    }
}
