package org.kpisuite.benchmarks.intake;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.ImportState;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.ejb.actual.ImportOrder;
import org.kpisuite.ejb.actual.ImportProcess;
import org.kpisuite.ejb.actual.ImportResult;
import org.kpisuite.ejb.actual.ImportSetting;
import org.kpisuite.ejb.actual.KeptFiles;
import org.kpisuite.ejb.actual.UnderWay;
import org.kpisuite.ejb.actual.Upload;

/** The import path of the product, as its boundary calls it. */
final class ProductWay implements ImportBenchmark.Way {
    private static final IntakeRules RULES =
            new IntakeRules(NumberNotation.EN, null, BigDecimal.ONE, "RUB", IntakeRules.MANUAL, null);

    private final Path folder;
    private final Clock clock = Clock.systemUTC();

    ProductWay(Path folder) {
        this.folder = folder;
    }

    @Override
    public void bring(DataSource database, Path file) throws SQLException, IOException {
        Instant now = clock.instant();
        ImportProfile profile = ImportProfile.facts(RULES);
        ImportOrder order = new ImportOrder(
                "",
                ImportPolicy.RESTATE,
                ImportMode.ATOMIC,
                false,
                file.getFileName().toString(),
                "benchmark",
                null,
                now);
        IntakeContext context = new IntakeContext(new BenchmarkCodes(), RULES, now, ZoneId.of("Europe/Moscow"));
        ImportProcess process =
                new ImportProcess(database, clock, new KeptFiles(folder.resolve("imports")), new UnderWay());
        try (InputStream body = ImportBenchmark.open(file);
                Upload upload = Upload.receive(body, folder)) {
            long id = process.receive(order, upload, false).id();
            ImportResult result = process.make(id, o -> new ImportSetting(profile, 0, context));
            if (result.state() != ImportState.APPLIED || result.duplicateOf().isPresent()) {
                throw new IllegalStateException(result.toString());
            }
        }
    }
}
