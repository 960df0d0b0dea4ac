package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.catalogue.Catalogues;

/** Measures and indicators. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {
    @EJB
    private Catalogues catalogue;

    /** A measure as sent. */
    public record MeasureView(
            String code,
            NameView name,
            String kind,
            String unitKind,
            @Nullable String currency,
            @Nullable String granularity,
            String timeAggregation) {
        static MeasureView of(Measure measure) {
            return new MeasureView(
                    measure.code(),
                    NameView.of(measure.name()),
                    measure.kind().name(),
                    measure.unitKind().name(),
                    measure.currency(),
                    measure.delivery().map(Granularity::name).orElse(null),
                    measure.timeAggregation().name());
        }
    }

    /** An indicator as sent. */
    public record IndicatorView(
            String code,
            NameView name,
            NameView definition,
            String nature,
            String usage,
            String formula,
            int multiplier,
            String unitKind,
            int displayScale,
            String direction,
            List<String> groups,
            String timeAggregation) {
        static IndicatorView of(Indicator indicator) {
            return new IndicatorView(
                    indicator.code(),
                    NameView.of(indicator.name()),
                    NameView.of(indicator.definition()),
                    indicator.nature().name(),
                    indicator.defaultUsage().name(),
                    indicator.formula().toString(),
                    indicator.multiplier(),
                    indicator.unitKind().name(),
                    indicator.displayScale(),
                    indicator.direction().name(),
                    indicator.groups().stream().map(Enum::name).sorted().toList(),
                    indicator.timeAggregation().name());
        }
    }

    @GET
    @Path("/measures")
    public ListView<MeasureView> measures() {
        return ListView.whole(
                catalogue.get().measures().stream().map(MeasureView::of).toList());
    }

    @GET
    @Path("/measures/{code}")
    public MeasureView measure(@PathParam("code") String code) {
        return catalogue
                .get()
                .measure(code)
                .map(MeasureView::of)
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
    }

    @GET
    @Path("/indicators")
    public ListView<IndicatorView> indicators() {
        return ListView.whole(
                catalogue.get().indicators().stream().map(IndicatorView::of).toList());
    }

    @GET
    @Path("/indicators/{code}")
    public IndicatorView indicator(@PathParam("code") String code) {
        return catalogue
                .get()
                .indicator(code)
                .map(IndicatorView::of)
                .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
    }
}
