package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.Rounding;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ManualForecast;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.scorecard.ManualForecasts;
import org.kpisuite.ejb.scorecard.ScorecardQuery;
import org.kpisuite.ejb.scorecard.Scorecards;

/** Forecasts by hand of the lines of a scorecard: {@code /forecast-edit?unit=&period=}. */
@Named("forecastEdit")
@RequestScoped
public class ForecastEditPage {
    private static final int PERCENT_SHIFT = 2;

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    HttpServletRequest request;

    @EJB
    Scorecards scorecards;

    @EJB
    ManualForecasts forecasts;

    @EJB
    Caller caller;

    private String unit = "";
    private String period = "";
    private @Nullable Scorecard card;
    private @Nullable List<Line> lines;

    /** A line of the scorecard, in the unit in which its forecast is typed. */
    public final class Line {
        private final ScorecardItem item;
        private final ItemText text;
        private String typed;
        private String note;
        private String refusal = "";

        Line(ScorecardItem item) {
            this.item = item.rounding().power() > 0 ? item.printed(new Rounding(0, 0)) : item;
            this.text = new ItemText(this.item, reader.getLocale());
            this.typed =
                    said().flatMap(ManualForecast.Said::value).map(this::shown).orElse("");
            this.note = said().map(ManualForecast.Said::note).orElse("");
        }

        private Optional<ManualForecast.Said> said() {
            return item.beside().foretold();
        }

        private boolean isPercent() {
            return item.unitKind() == UnitKind.PERCENT;
        }

        private String shown(BigDecimal value) {
            BigDecimal bare = (isPercent() ? value.movePointRight(PERCENT_SHIFT) : value).stripTrailingZeros();
            return reader.numbers().plain(bare.scale() < 0 ? bare.setScale(0) : bare);
        }

        public String getName() {
            return text.unit().isEmpty() ? text.name() : text.name() + ", " + text.unit();
        }

        public String getActual() {
            return text.actual();
        }

        public String getPlan() {
            return text.plan();
        }

        /** With the letter of its method. */
        public String getForecast() {
            return text.forecast()
                    + item.forecastMethod().map(m -> "\u00a0" + m.letter()).orElse("");
        }

        public String getBy() {
            return said().map(s -> PlanText.person(s.author()) + ", " + reader.day(s.day()))
                    .orElse("");
        }

        /** The word as it is typed now; empty where it is the one that stands. Refuses E-NUM-FORMAT. */
        private Optional<ManualForecast.Word> word() {
            Optional<BigDecimal> value = Optional.ofNullable(TypedNumber.read(typed, reader.getLocale(), text.name()))
                    .map(v -> isPercent() ? v.movePointLeft(PERCENT_SHIFT) : v);
            Optional<BigDecimal> before = said().flatMap(ManualForecast.Said::value);
            boolean same = value.map(Decimals::plain).equals(before.map(Decimals::plain))
                    && (value.isEmpty()
                            || note.strip()
                                    .equals(said().map(ManualForecast.Said::note)
                                            .orElse("")));
            return same ? Optional.empty() : Optional.of(new ManualForecast.Word(value, value.isEmpty() ? "" : note));
        }

        public String getTyped() {
            return typed;
        }

        public void setTyped(@Nullable String typed) {
            this.typed = typed == null ? "" : typed;
        }

        public String getNote() {
            return note;
        }

        public void setNote(@Nullable String note) {
            this.note = note == null ? "" : note;
        }

        /** Why what is typed is refused; empty where it is not. */
        public String getRefusal() {
            return refusal;
        }
    }

    /** A form names them too: its rows are read before the address is. */
    @PostConstruct
    void begin() {
        unit = Objects.requireNonNullElse(request.getParameter("unit"), "");
        period = Objects.requireNonNullElse(request.getParameter("period"), "");
    }

    private Period period() {
        return reader.calendar().parse(period);
    }

    /** Refuses E-NOT-FOUND for a unit that the person may not read. */
    public Scorecard getCard() {
        if (card == null) {
            card = scorecards.of(unit, period(), Optional.empty(), ScorecardQuery.Choices.USUAL);
        }
        return card;
    }

    public String getUnitName() {
        return getCard().heading().unitName().in(reader.getLocale());
    }

    public List<Line> getLines() {
        if (lines == null) {
            lines = getCard().items().stream().map(Line::new).toList();
        }
        return lines;
    }

    /** Whether the period is over, so that nothing is foretold any more. */
    public boolean isOver() {
        return period().endInclusive().isBefore(caller.today());
    }

    public boolean isWriter() {
        return !isOver() && forecasts.mayForetell(unit);
    }

    /** Sets, changes and takes back whatever was typed otherwise, all of it or nothing. */
    public @Nullable String save() {
        Map<String, ManualForecast.Word> words = new LinkedHashMap<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Line line : getLines()) {
            try {
                line.word().ifPresent(w -> words.put(line.item.key(), w));
            } catch (KpiException e) {
                line.refusal = e.refusals().get(0).message(reader.getLocale());
                refusals.addAll(e.refusals());
            }
        }
        if (!refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
        forecasts.foretell(unit, period(), words);
        faces.addMessage(
                null,
                new FacesMessage(
                        FacesMessage.SEVERITY_INFO, reader.text("foretell.done", reader.count(words.size())), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/forecast-edit?faces-redirect=true&unit=" + unit + "&period=" + period;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = period;
    }
}
