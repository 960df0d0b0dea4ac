package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.leadlag.ForecastAccuracy;
import org.kpisuite.domain.leadlag.ToldForecast;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.ejb.leadlag.LeadLag;
import org.kpisuite.ejb.organisation.Units;

/** Each forecast as it was told, held against what came: {@code /forecasts?unit=}. */
@Named("forecasts")
@RequestScoped
public class ForecastsPage {
    @Inject
    Reader reader;

    @Inject
    HttpServletRequest request;

    @EJB
    Units units;

    @EJB
    LeadLag leadLag;

    /** The forecasts of one pair. */
    public record Group(String name, String unit, String sentence, List<Row> rows) {}

    /** One forecast. */
    public record Row(
            String period,
            String madeFrom,
            String madeAt,
            String value,
            String letter,
            String interval,
            String actual,
            String error,
            @Nullable Status sign,
            String within) {}

    private List<Group> groups = List.of();

    @PostConstruct
    void open() {
        Optional<String> asked =
                Optional.ofNullable(request.getParameter("unit")).filter(u -> !u.isBlank());
        List<Group> found = new ArrayList<>();
        for (OrgUnit unit : units.list()) {
            if (asked.isEmpty() || asked.get().equals(unit.code())) {
                leadLag.forecasts(unit.code()).forEach(a -> found.add(group(unit, a)));
            }
        }
        groups = found;
    }

    private Group group(OrgUnit unit, ForecastAccuracy accuracy) {
        PairSideText side = new PairSideText(accuracy.lagging(), reader.getLocale());
        int scored = accuracy.scored().size();
        String sentence = scored == 0
                ? reader.text("forecasts.waiting")
                : reader.text(
                        accuracy.isBanded() ? "forecasts.score" : "forecasts.score.hand",
                        reader.count(scored),
                        reader.count(accuracy.within()),
                        side.number(accuracy.error()),
                        side.number(accuracy.errorOfRepetition()));
        return new Group(
                accuracy.leading()
                                .map(x -> x.series().name().in(reader.getLocale()) + " → ")
                                .orElse("")
                        + side.heading(),
                unit.name().in(reader.getLocale()),
                sentence,
                accuracy.forecasts().stream().map(f -> row(f, side)).toList());
    }

    private Row row(ToldForecast told, PairSideText side) {
        return new Row(
                told.period().code(),
                told.madeFrom().code(),
                reader.shortInstant(told.madeAt())
                        + told.author().map(a -> ", " + a).orElse(""),
                side.number(told.value()),
                ScorecardItem.ForecastMethod.valueOf(told.method()).letter(),
                told.band()
                        .map(b -> side.number(b.low()) + "–" + side.number(b.high()))
                        .orElse(NumberText.NO_VALUE),
                side.number(told.actual()),
                side.number(told.error()),
                told.isWithin().map(w -> w ? Status.GREEN : Status.AMBER).orElse(null),
                told.isWithin()
                        .map(w -> reader.text(w ? "forecasts.within" : "forecasts.outside"))
                        .orElseGet(() -> reader.text(told.actual().isPresent() ? "forecasts.came" : "forecasts.open")));
    }

    public List<Group> getGroups() {
        return groups;
    }

    public String getHeadline() {
        long told = groups.stream().mapToLong(g -> g.rows().size()).sum();
        return told == 0 ? reader.text("forecasts.none") : reader.text("forecasts.headline", reader.count(told));
    }

    public List<String> getGhost() {
        return List.of(reader.text("forecasts.period"), "FC", reader.text("forecasts.actual"));
    }
}
