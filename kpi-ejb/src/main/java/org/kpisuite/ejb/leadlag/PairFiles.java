package org.kpisuite.ejb.leadlag;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.settings.SettingHistory;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.reports.workbook.PairWorkbook;

/** Tests of pairs as files. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class PairFiles {
    @EJB
    private LeadLag pairs;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private SettingHistory looks;

    @Inject
    private Clock clock;

    /** The numbers behind the test of a pair, with live formulas. Refuses as {@link LeadLag#of}. */
    public byte[] workbook(String code, String unit, Optional<Granularity> granularity, Locale locale) {
        PairReading reading = pairs.of(code, unit, granularity, PairSource.Span.ALL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Instant now = clock.instant();
        new PairWorkbook(reading, directory.tree().get(unit).name(), now.atZone(settings.zone()), looks.lookAt(now))
                .write(locale, out);
        return out.toByteArray();
    }
}
