package org.kpisuite.ejb.actual;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Files that the product is tried on and does not ship; without them their tests are skipped. */
final class SharedFiles {
    private SharedFiles() {}

    static Path folder(String name) {
        Path found = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                .map(p -> p.resolve("shared/data").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElse(null);
        assumeTrue(found != null, "the folder shared/data is not here");
        return found;
    }
}
