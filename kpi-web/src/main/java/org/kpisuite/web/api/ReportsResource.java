package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.ejb.delivery.Deliveries;
import org.kpisuite.ejb.report.IssuedReports;
import org.kpisuite.ejb.report.ReportFilter;
import org.kpisuite.ejb.report.Reports;

/** Files that were issued, latest first; {@code next} of one page is the {@code before} of the following. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {
    @EJB
    private IssuedReports reports;

    @EJB
    private Deliveries deliveries;

    /**
     * A report made once more from the rows and definitions of its instant.
     *
     * @param same whether it is the very same file
     * @param look of what is made now; where it is another one, the bytes need not be the same
     */
    public record RebuiltView(
            long id,
            boolean same,
            String issued,
            String rebuilt,
            @Nullable String issuedLook,
            String look) {
        static RebuiltView of(IssuedReports.Rebuilt rebuilt) {
            IssuedReport report = rebuilt.report();
            return new RebuiltView(
                    report.id(),
                    rebuilt.isSame(),
                    report.file().sha256(),
                    rebuilt.file().sha256(),
                    report.look().orElse(null),
                    rebuilt.look());
        }
    }

    @GET
    public ListView<ReportView> list(
            @QueryParam("unit") @Nullable String unit,
            @QueryParam("format") @Nullable String format,
            @QueryParam("locale") @Nullable String locale,
            @QueryParam("before") @Nullable Long before,
            @QueryParam("limit") @DefaultValue("500") int limit) {
        IssuedReports.Page page = reports.list(new ReportFilter(
                Optional.ofNullable(unit),
                Optional.ofNullable(format).map(ReportsResource::format),
                Optional.ofNullable(locale).map(Locale::forLanguageTag),
                Optional.ofNullable(before),
                ReportFilter.Order.ISSUED,
                0,
                limit));
        List<IssuedReport> rows = page.rows();
        return new ListView<>(
                rows.stream().map(ReportView::of).toList(),
                page.more() ? String.valueOf(rows.get(rows.size() - 1).id()) : null);
    }

    private static ReportFormat format(String name) {
        return Arrays.stream(ReportFormat.values())
                .filter(f -> f.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new KpiException(Code.E_FIELD_VALUE, "format", name, Arrays.toString(ReportFormat.values())));
    }

    @GET
    @Path("/{id}")
    public ReportView.DetailView get(@PathParam("id") long id) {
        IssuedReport report = reports.get(id);
        return ReportView.DetailView.of(report, deliveries.of(report), reports.downloads(id));
    }

    /** The file as it was issued. */
    @GET
    @Path("/{id}/file")
    @Produces({"application/pdf", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"})
    public Response file(@PathParam("id") long id) {
        return answer(reports.file(id));
    }

    static Response answer(Reports.Taken file) {
        return Response.ok(file.content(), file.report().format().mediaType())
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + file.report().fileName() + "\"")
                .build();
    }

    /** Makes it once more, and says whether it is the same. */
    @GET
    @Path("/{id}/rebuilt")
    public RebuiltView rebuilt(@PathParam("id") long id) {
        return RebuiltView.of(reports.rebuild(id));
    }

    /** What was restated since: which of its cells, from what to what, by which imports. */
    @GET
    @Path("/{id}/restated")
    public RestatedView restated(@PathParam("id") long id) {
        return RestatedView.of(reports.restated(id));
    }
}
