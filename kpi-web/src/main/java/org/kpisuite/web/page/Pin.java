package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;
import java.util.Optional;
import org.kpisuite.domain.quantity.NumberText;

/**
 * {@code <k:pin of="#{…}"/>}: a relative variance as a thin line with a square head, all of a page on one scale.
 *
 * <p>Beyond the scale it breaks: two strokes and the number stand where the head would be. No relative variance
 * leaves the axis alone.
 */
@FacesComponent("kpi.Pin")
public class Pin extends Drawn {
    private static final int CENTRE = 36;
    private static final int REACH = 31;

    /**
     * What a pin shows.
     *
     * @param relative fraction, empty where there is none
     * @param effect 1 good, −1 bad, 0 neither
     * @param limit fraction at the end of the scale
     */
    public record Shown(Optional<BigDecimal> relative, int effect, BigDecimal limit, boolean small) {}

    @Override
    String draw() {
        Shown shown = attribute("of", Shown.class);
        return shown == null ? "" : drawing(shown);
    }

    static String drawing(Shown shown) {
        int height = shown.small ? 16 : 22;
        Svg svg = Svg.silent(2 * CENTRE, height).path("M36.5 0V" + height, shown.relative.isEmpty() ? "ax" : "ax ax3");
        shown.relative.ifPresent(r -> line(svg, r, shown, Svg.px(height / 2)));
        return svg.end();
    }

    private static void line(Svg svg, BigDecimal relative, Shown shown, BigDecimal middle) {
        String fill =
                switch (shown.effect) {
                    case 1 -> "fgood";
                    case -1 -> "fbad";
                    default -> "fac";
                };
        boolean beyond = relative.abs().compareTo(shown.limit) > 0;
        BigDecimal length = beyond ? Svg.px(REACH) : Svg.part(relative.abs(), shown.limit, REACH);
        BigDecimal end = relative.signum() < 0
                ? Svg.px(CENTRE).subtract(length)
                : Svg.px(CENTRE).add(length);
        BigDecimal half = new BigDecimal("3.5");
        svg.rect(end.min(Svg.px(CENTRE)), middle.subtract(new BigDecimal("0.75")), length, new BigDecimal("1.5"), fill);
        svg.rect(end.subtract(half), middle.subtract(half), Svg.px(7), Svg.px(7), fill);
        if (beyond) {
            BigDecimal cut = relative.signum() < 0 ? end.add(Svg.px(9)) : end.subtract(Svg.px(9));
            svg.path("M%s %sl-3 8m6-8l-3 8".formatted(Svg.px(cut), Svg.px(middle.subtract(Svg.px(4)))), "brk");
        }
    }

    /** The head of the column: −15 0 +15. */
    static String scale(BigDecimal limit, NumberText numbers) {
        BigDecimal percent = limit.movePointRight(2).stripTrailingZeros();
        BigDecimal whole = percent.scale() < 0 ? percent.setScale(0) : percent;
        return Svg.silent(2 * CENTRE, 12)
                .text(Svg.px(0), 10, "start", numbers.plain(whole.negate()), "tx")
                .text(Svg.px(CENTRE), 10, "middle", "0", "tx")
                .text(Svg.px(2 * CENTRE), 10, "end", numbers.signed(whole), "tx")
                .end();
    }
}
