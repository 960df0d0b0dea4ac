package org.kpisuite.ejb.actual;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import javax.sql.DataSource;
import org.kpisuite.domain.failure.Severity;
import org.kpisuite.ejb.storage.TestDatabase;

/** Facts for tests of those that read them: imported as users import them. */
public final class ImportedFacts {
    private final ImportFixture fixture;
    private final Set<String> units;

    public ImportedFacts(TestDatabase database, Path folder, String... units) throws SQLException {
        this.units = Set.of(units);
        fixture = new ImportFixture(database, folder);
        paying("RUB");
    }

    /** The currency of the units in the files that follow. */
    public ImportedFacts paying(String currency) {
        fixture.knowing(new SampleCodes(units, currency));
        return this;
    }

    /** A file with its header; answers the instant right after it. */
    public Instant file(String... lines) throws Exception {
        ImportResult result = fixture.lines(lines);
        if (result.issues().stream().anyMatch(i -> i.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException(result.issues().toString());
        }
        return fixture.now().plusSeconds(1);
    }

    public DataSource database() {
        return fixture.database();
    }

    public Connection connection() throws SQLException {
        return fixture.connection();
    }
}
