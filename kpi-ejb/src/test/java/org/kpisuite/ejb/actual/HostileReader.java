package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.failure.KpiException;

/** Reads files in a process with little heap: prints of each its code, its reason and its milliseconds. */
final class HostileReader implements RecordSink {
    private HostileReader() {}

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            long begin = System.nanoTime();
            String outcome = "READ";
            try {
                TableFile.read(Path.of(file), FileLayout.standard(), new HostileReader());
            } catch (KpiException e) {
                outcome = e.code() + " "
                        + e.refusals().get(0).arguments().stream().findFirst().orElse("");
            }
            long millis = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            System.out.println(outcome + "\t" + millis);
        }
    }

    @Override
    public boolean header(SourceRecord header) {
        return true;
    }

    @Override
    public boolean row(SourceRecord record) {
        return true;
    }
}
