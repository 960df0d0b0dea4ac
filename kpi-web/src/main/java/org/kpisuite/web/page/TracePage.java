package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.Scenario;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.ReportDefinition;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.Actuals;
import org.kpisuite.ejb.actual.FactRevision;
import org.kpisuite.ejb.actual.ImportRow;
import org.kpisuite.ejb.actual.Imports;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.report.Reports;

/**
 * Where one delivered value comes from: what it was before, by which imports, and its row as it was typed. A code that
 * stands on a report leads to the line that it is of: {@code /trace?code=}.
 */
@Named("trace")
@RequestScoped
public class TracePage {
    @Inject
    Reader reader;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @EJB
    Actuals actuals;

    @EJB
    Imports imports;

    @EJB
    Reports reports;

    @EJB
    Catalogues catalogues;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private @Nullable TraceView view;

    /** The line of a scorecard from which somebody came. */
    record Line(String unit, String item, String period, Instant asOf) {}

    /** Where a value is told about. */
    static String address(StoredFact fact, Line line) {
        return "trace?unit=" + encode(fact.unit()) + "&measure=" + encode(fact.measure()) + "&dims="
                + encode(fact.dims()) + "&period=" + encode(fact.period().code()) + "&source=" + encode(fact.source())
                + "&of=" + encode(line.unit()) + "&indicator=" + encode(line.item()) + "&within="
                + encode(line.period()) + "&asOf=" + line.asOf();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Reads what the address names; a code leads on. */
    public void open() throws IOException {
        String code = request.getParameter("code");
        if (code != null) {
            ExternalContext context = FacesContext.getCurrentInstance().getExternalContext();
            context.redirect(request.getContextPath() + "/" + address(reports.trace(code)));
            return;
        }
        Period period = reader.calendar().parse(given("period"));
        StoredFact.Key key = new StoredFact.Key(
                given("unit"),
                given("measure"),
                Optional.ofNullable(request.getParameter("dims")).orElse(""),
                period,
                Scenario.AC);
        Instant asOf =
                PointInTime.of(request.getParameter("asOf"), reader.getZone()).orElseGet(clock::instant);
        List<FactRevision> revisions = actuals.revisions(key, given("source"), asOf);
        view = new TraceView(
                key,
                revisions,
                text(key, revisions.get(0)),
                new TraceView.Names(
                        unitName(key.unit()), measure(key.measure()), Section.IMPORTS.opensTo(caller.roles())),
                reader);
    }

    private static String address(Reports.Traced traced) {
        ReportDefinition of = traced.definition();
        String choices =
                "unit=" + encode(of.unit()) + "&period=" + encode(of.period().code()) + "&asOf=" + of.asOf()
                        + of.organisation().map(o -> "&organisation=" + o).orElse("")
                        + of.comparison().map(c -> "&comparison=" + encode(c)).orElse("");
        return traced.item()
                .map(item -> "explain?" + choices + "&indicator=" + encode(item))
                .orElse("scorecard?" + choices);
    }

    private String given(String name) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            throw new KpiException(Code.E_FIELD_MISSING, name);
        }
        return value;
    }

    /** Empty where the value came from no file, or it is no longer kept. */
    private Optional<ImportRow> text(StoredFact.Key key, FactRevision last) {
        if (last.row() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(imports.row(last.importId(), last.row(), key.unit(), key.measure()));
        } catch (KpiException e) {
            if (e.code() == Code.E_IMPORT_FILE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String unitName(String code) {
        return units.list().stream()
                .filter(u -> u.code().equals(code))
                .map(u -> u.name().in(reader.getLocale()))
                .findFirst()
                .orElse(code);
    }

    private Optional<Measure> measure(String code) {
        return catalogues.get().measure(code);
    }

    public @Nullable TraceView getView() {
        return view;
    }

    /** The line from which somebody came; empty where from none. */
    public String getBack() {
        return request.getParameter("indicator") == null
                ? ""
                : "explain?unit=" + encode(given("of")) + "&indicator=" + encode(given("indicator")) + "&period="
                        + encode(given("within")) + "&asOf=" + encode(given("asOf"));
    }

    public String getIndicator() {
        return Optional.ofNullable(request.getParameter("indicator")).orElse("");
    }
}
