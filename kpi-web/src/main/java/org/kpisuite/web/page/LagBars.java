package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;
import java.util.List;

/**
 * {@code <k:lagBars of="#{…}"/>}: how two series go together at each lag, the leading one first to the right of the middle.
 * Between the dashed lines lies what would come of series that have no link.
 */
@FacesComponent("kpi.LagBars")
public class LagBars extends Drawn {
    private static final int WIDTH = 442;
    private static final int BAR = 12;

    /** Narrower than this, only every other lag has room for its number. */
    private static final int LABEL = 24;

    private static final int MIDDLE = 66;
    private static final int FULL = 56;
    private static final int HEIGHT = 150;

    /**
     * What is drawn.
     *
     * @param bars from the most negative lag on
     * @param band height of the dashed lines, 0..1
     */
    public record Shown(String label, List<Bar> bars, BigDecimal band, String bandText) {}

    /**
     * One lag.
     *
     * @param chosen whether it is the lag that the verdict names
     * @param text its correlation, printed where it is chosen
     */
    public record Bar(int lag, BigDecimal r, String lagText, boolean chosen, String text) {}

    @Override
    String draw() {
        Shown shown = attribute("of", Shown.class);
        return shown == null || shown.bars.isEmpty() ? "" : drawing(shown);
    }

    static String drawing(Shown shown) {
        int step = WIDTH / shown.bars.size();
        int width = step * shown.bars.size();
        Svg svg = Svg.spoken(width, HEIGHT, shown.label);
        BigDecimal band = Svg.part(shown.band, BigDecimal.ONE, FULL);
        BigDecimal top = Svg.px(MIDDLE).subtract(band);
        BigDecimal bottom = Svg.px(MIDDLE).add(band);
        svg.rect(BigDecimal.ZERO, top, Svg.px(width), bottom.subtract(top), "fsunk");
        svg.path("M0 " + Svg.px(top) + "H" + width + "M0 " + Svg.px(bottom) + "H" + width, "bnd");
        svg.path("M0 " + MIDDLE + "H" + width, "ax0");
        for (int i = 0; i < shown.bars.size(); i++) {
            Bar bar = shown.bars.get(i);
            bar(svg, bar, i * step + (step - BAR) / 2);
            if (step >= LABEL || bar.lag % 2 == 0 || bar.chosen) {
                int x = i * step + step / 2;
                svg.text(Svg.px(x), HEIGHT - 6, "middle", bar.lagText, bar.chosen ? "tx1" : "tx");
            }
        }
        int half = (shown.bars.size() / 2) * step;
        svg.path("M" + half + " 4V" + (HEIGHT - 18), "ax");
        svg.text(Svg.px(2), top.intValue() - 4, "start", "+" + shown.bandText, "tx");
        svg.text(Svg.px(2), bottom.intValue() + 12, "start", "\u2212" + shown.bandText, "tx");
        return svg.end();
    }

    private static void bar(Svg svg, Bar bar, int x) {
        BigDecimal tall = Svg.part(bar.r.abs(), BigDecimal.ONE, FULL);
        boolean up = bar.r.signum() >= 0;
        BigDecimal y = up ? Svg.px(MIDDLE).subtract(tall) : Svg.px(MIDDLE);
        svg.rect(Svg.px(x), y, Svg.px(BAR), tall, bar.chosen ? "fac" : "fpy");
        if (bar.chosen) {
            int at = up ? y.intValue() - 5 : y.add(tall).intValue() + 13;
            svg.text(Svg.px(x + BAR / 2), Math.max(10, at), "middle", bar.text, "tx1");
        }
    }
}
