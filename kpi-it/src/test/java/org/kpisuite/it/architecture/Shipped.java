package org.kpisuite.it.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.LocationProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The classes that are shipped, read once; the tests of no module are among them. */
public class Shipped implements LocationProvider {

    private static final List<String> MODULES = List.of("kpi-domain", "kpi-reports", "kpi-ejb", "kpi-web", "ear");

    @Override
    public Set<Location> get(Class<?> testClass) {
        return MODULES.stream().map(Shipped::classesOf).map(Location::of).collect(Collectors.toUnmodifiableSet());
    }

    static JavaClasses classes() {
        return new ClassFileImporter().importLocations(new Shipped().get(Shipped.class));
    }

    private static Path classesOf(String module) {
        Path classes =
                Path.of("..", module, "target", "classes").toAbsolutePath().normalize();
        if (Files.notExists(classes)) {
            throw new IllegalStateException(classes + " is missing; rules over nothing would always hold");
        }
        return classes;
    }
}
