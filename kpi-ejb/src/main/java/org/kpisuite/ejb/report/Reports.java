package org.kpisuite.ejb.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.FileMark;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.report.ReportDefinition;
import org.kpisuite.domain.report.ReportDownload;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.TraceCode;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.ScorecardReader;

/** Files of scorecards that somebody takes by hand: each is written down as issued, with who took it. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Reports {
    @Inject
    private ScorecardReader reader;

    @Inject
    private ScorecardFiles files;

    @Inject
    private ReportStore store;

    @Inject
    private Clock clock;

    @EJB
    private Caller caller;

    /** Which file is wanted; as of now without an instant, which is taken to the microsecond that databases keep. */
    public record Wanted(
            String unit,
            Period period,
            Optional<Instant> asOf,
            ScorecardQuery.Choices choices,
            Locale locale,
            ReportFormat format) {}

    /** A file with its place in what was issued. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Taken(IssuedReport report, byte[] content) {}

    /** Makes a file. Refuses E-NOT-FOUND for a unit that the caller may not read, E-REPORT-UNITS where it shows such units. */
    public Taken take(Wanted wanted) {
        caller.requireReadable(wanted.unit());
        Instant now = clock.instant();
        ScorecardQuery query = new ScorecardQuery(
                wanted.unit(),
                wanted.period(),
                wanted.asOf().orElse(now).truncatedTo(ChronoUnit.MICROS),
                wanted.choices());
        Scorecard scorecard = reader.report(query);
        caller.requireAllReadable(files.units(scorecard, wanted.choices(), wanted.format()));
        byte[] content = files.of(scorecard, wanted.choices(), wanted.locale(), wanted.format());
        IssuedReport.Issue issue = new IssuedReport.Issue(
                null, wanted.locale(), wanted.format(), FileMark.of(content), files.look(), caller.login());
        IssuedReport report = store.issue(new IssuedReport(definition(query), scorecard, issue, now), content);
        store.downloaded(new ReportDownload(report, caller.login(), now));
        return new Taken(report, content);
    }

    /**
     * What a code on a report stands for.
     *
     * @param item key of its line; empty for the code of the report itself
     */
    public record Traced(ReportDefinition definition, Optional<String> item) {}

    /** Refuses E-NOT-FOUND for a code that stands on no report of a unit that the caller may read. */
    public Traced trace(String typed) {
        KpiException unknown = new KpiException(Code.E_NOT_FOUND, typed);
        TraceCode code = TraceCode.parse(typed).orElseThrow(() -> unknown);
        ReportDefinition definition = store.traced(code).stream()
                .map(IssuedReport::definition)
                .filter(d -> caller.readableUnits().contains(d.unit()))
                .findFirst()
                .orElseThrow(() -> unknown);
        if (code.line() == 0) {
            return new Traced(definition, Optional.empty());
        }
        List<ScorecardItem> lines = reader.read(query(definition)).items();
        if (code.line() > lines.size()) {
            throw unknown;
        }
        return new Traced(definition, Optional.of(lines.get(code.line() - 1).key()));
    }

    private static ReportDefinition definition(ScorecardQuery query) {
        ScorecardQuery.Choices choices = query.choices();
        return new ReportDefinition(
                query.unit(),
                query.period(),
                query.asOf(),
                Optional.of(choices.organisation())
                        .filter(o -> o != ScorecardQuery.Organisation.AS_REPORTED)
                        .map(o -> "restated"),
                choices.comparisons().map(c -> c.name()),
                choices.shown());
    }

    /** What was asked for when a report was made. */
    public static ScorecardQuery query(ReportDefinition definition) {
        return new ScorecardQuery(
                definition.unit(),
                definition.period(),
                definition.asOf(),
                ScorecardQuery.Choices.of(
                        definition.organisation().orElse(null),
                        definition.comparison().orElse(null),
                        definition.currency().orElse(null)));
    }
}
