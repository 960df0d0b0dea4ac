package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Funnel;
import org.kpisuite.reports.chart.FunnelBars;

/** Draws a funnel, and tells it in words. */
final class FunnelPanel {
    private static final float NAME_SIZE = 7.5f;
    private static final float WIDTH = 300;

    private final Edition edition;
    private final Texts texts;
    private final Funnel funnel;

    FunnelPanel(Edition edition, Funnel funnel) {
        this.edition = edition;
        this.texts = edition.texts();
        this.funnel = funnel;
    }

    FunnelBars draw() {
        return new FunnelBars(
                new Captions(edition).of(texts.text("funnel.title"), texts.text("funnel.what"), WIDTH, true),
                List.of(texts.text("funnel.conversion"), texts.text("funnel.usual"), texts.text("funnel.delta")),
                funnel.stages().stream().map(this::stage).toList(),
                texts.text("funnel.bottleneck"));
    }

    private FunnelBars.Stage stage(Funnel.Stage stage) {
        boolean marked = funnel.bottleneck().filter(stage::equals).isPresent();
        BigDecimal first = funnel.stages().get(0).count();
        boolean adverse = stage.delta().filter(d -> d.signum() < 0).isPresent();
        return new FunnelBars.Stage(
                edition.lettering().lines(name(stage), FunnelBars.NAME_WIDTH, NAME_SIZE, marked, 2),
                first.signum() == 0 ? 0 : Decimals.divide(stage.count(), first).floatValue(),
                count(stage),
                List.of(percent(stage.conversion()), percent(stage.usual()), delta(stage)),
                adverse,
                marked);
    }

    String name(Funnel.Stage stage) {
        return stage.name().in(edition.locale());
    }

    private String count(Funnel.Stage stage) {
        return texts.numbers().plain(Decimals.round(stage.count(), 0));
    }

    private String percent(Optional<BigDecimal> share) {
        return share.map(s -> texts.numbers().points(s.movePointRight(2))).orElse("");
    }

    private String delta(Funnel.Stage stage) {
        return stage.delta()
                .map(d -> texts.numbers().signed(Decimals.round(d.movePointRight(2), 1)))
                .orElse("");
    }

    String words() {
        String stages = funnel.stages().stream()
                .map(s -> name(s) + " " + count(s)
                        + s.conversion()
                                .map(c -> " (" + percent(s.conversion())
                                        + texts.numbers().percentSign()
                                        + s.delta()
                                                .map(d -> ", Δ " + delta(s) + " " + texts.text("funnel.pp"))
                                                .orElse("")
                                        + ")")
                                .orElse(""))
                .collect(Collectors.joining("; "));
        return texts.text("funnel.title") + ": " + stages
                + funnel.bottleneck()
                        .map(s -> ". " + texts.text("funnel.message", name(s)))
                        .orElse("");
    }
}
