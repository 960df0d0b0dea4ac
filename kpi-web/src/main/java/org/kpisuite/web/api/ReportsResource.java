package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.ejb.report.IssuedReports;

/** Files that were issued, latest first; {@code next} of one page is the {@code before} of the following. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
    @EJB
    private IssuedReports reports;

    /**
     * An issued file as sent; the file itself is made again by asking for its scorecard as of the same instant.
     *
     * @param run of a schedule; null where somebody took the file by hand
     */
    public record ReportView(
            long id,
            @Nullable Long run,
            String unit,
            String period,
            String asOf,
            String locale,
            String format,
            String sha256,
            long bytes,
            @Nullable String planHash,
            String issuedAt) {
        static ReportView of(IssuedReport report) {
            return new ReportView(
                    report.id(),
                    report.runId().orElse(null),
                    report.unit(),
                    report.period().code(),
                    report.asOf().toString(),
                    report.locale().getLanguage(),
                    report.format().name(),
                    report.file().sha256(),
                    report.file().bytes(),
                    report.planHash().orElse(null),
                    report.issuedAt().toString());
        }
    }

    @GET
    public ListView<ReportView> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        IssuedReports.Page page = reports.list(Optional.ofNullable(unit), Optional.ofNullable(before), limit);
        return new ListView<>(
                page.rows().stream().map(ReportView::of).toList(),
                page.next().map(String::valueOf).orElse(null));
    }

    @GET
    @Path("/{id}")
    public ReportView get(@PathParam("id") long id) {
        return ReportView.of(reports.get(id));
    }
}
