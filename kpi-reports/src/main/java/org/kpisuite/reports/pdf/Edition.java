package org.kpisuite.reports.pdf;

import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.catalogue.Nature;
import org.kpisuite.domain.catalogue.Usage;
import org.kpisuite.domain.scorecard.Cell;
import org.kpisuite.domain.scorecard.ItemText;
import org.kpisuite.domain.scorecard.ItemWords;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.chart.Typeface;
import org.kpisuite.reports.look.ReportLook;

/** A scorecard in one language and one choice of colours: what every part of a page needs. */
record Edition(Scorecard scorecard, Texts texts, Lettering lettering, ReportLook look) {
    /** The last of its 444 points is left, so that nothing flows over. */
    private static final int BODY_OF_A4 = 4430;

    private static final int TENTHS = 10;

    static Edition of(Scorecard scorecard, Locale locale, ReportLook look) {
        return new Edition(scorecard, new Texts(locale), new Lettering(Typeface.shipped()), look);
    }

    Palette palette() {
        return look.palette();
    }

    /** Height of the body of a page, tenths of a point. */
    int body() {
        return BODY_OF_A4 + (int) (look.paper().taller() * TENTHS);
    }

    Locale locale() {
        return texts.locale();
    }

    boolean isOpen() {
        return scorecard.heading().isOpen();
    }

    boolean isPlanned() {
        return scorecard.plan().isPresent();
    }

    /** Whether the item has a row of its own rank: scored, or without any plan. */
    boolean isKpi(ScorecardItem item) {
        return !isPlanned() || item.usage() == Usage.EVAL;
    }

    List<ScorecardItem> kpis(Nature nature) {
        return scorecard.items(nature).stream().filter(this::isKpi).toList();
    }

    List<ScorecardItem> kpis() {
        return scorecard.items().stream().filter(this::isKpi).toList();
    }

    ItemText text(ScorecardItem item) {
        return new ItemText(item, locale());
    }

    ItemWords words(ScorecardItem item) {
        return new ItemWords(item, locale());
    }

    boolean hasForecast() {
        return scorecard.items().stream().anyMatch(i -> i.forecast().usable().isPresent());
    }

    boolean hasPriorYear() {
        return scorecard.items().stream()
                .anyMatch(i -> i.priorYear().usable().isPresent()
                        || i.trend().stream()
                                .anyMatch(t -> t.priorYear().usable().isPresent()));
    }

    /** The printed value of a cell that is not a field of the item itself. */
    String cell(ScorecardItem item, Cell cell) {
        return text(item).cell(cell);
    }
}
