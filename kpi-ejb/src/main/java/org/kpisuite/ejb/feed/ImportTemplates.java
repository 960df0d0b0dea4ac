package org.kpisuite.ejb.feed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.util.Locale;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.feed.ImportTemplate;
import org.kpisuite.domain.feed.TemplateFeeds;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.reports.intake.TemplateWorkbook;

/** Blank files to deliver data with, for everybody who may read the figures of the department. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class ImportTemplates {
    @EJB
    private Caller caller;

    @Inject
    private Directory directory;

    @Inject
    private FeedGroundsReader grounds;

    @Inject
    private Clock clock;

    /**
     * A workbook that needs only its values, for what the plans in force need of a department and those below it. Refuses
     * E-NOT-FOUND for a department that the caller may not read, or of which no plan needs anything; E-LIMIT.
     */
    public byte[] workbook(String unit, Period period, Locale locale) {
        caller.requireReadable(unit);
        ImportTemplate template =
                TemplateFeeds.of(grounds.read(directory.tree().subtree(unit), period), unit, period, directory.today());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TemplateWorkbook.write(template, locale, clock.instant(), out);
        return out.toByteArray();
    }
}
