package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code <k:pairLine of="#{…}"/>}: one side of a pair over time, from zero, with hairlines where the leading one peaks; the
 * lagging one is drawn the lag earlier, so that what belongs together stands one above the other. What is foretold is
 * hatched. Readable in black and white.
 */
@FacesComponent("kpi.PairLine")
public class PairLine extends Drawn {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 140;
    private static final int LEFT = 56;
    private static final int RIGHT = 690;
    private static final int TOP = 22;
    private static final int BOTTOM = 112;
    private static final int MONTHS_SHOWN = 7;
    /** Left, right and bottom of what is drawn. */
    static final String FIELD = LEFT + " " + RIGHT + " " + BOTTOM;

    /**
     * What is drawn, by place from the left.
     *
     * @param values one for each place, empty where there is none
     * @param labels what stands below each place
     * @param peaks places with a hairline and their number
     * @param band of what is foretold, from the last value on
     * @param scale numbers printed at zero, half and full height; the last is the height
     * @param end the number beside the last value
     */
    public record Shown(
            String label,
            List<Optional<BigDecimal>> values,
            List<String> labels,
            List<Mark> peaks,
            List<Band> band,
            List<Mark> scale,
            String end) {}

    /** A number at a place or a height. */
    public record Mark(int at, BigDecimal value, String text) {}

    /** What is foretold at a place. */
    public record Band(int at, BigDecimal low, BigDecimal value, BigDecimal high) {}

    private record Field(int places, BigDecimal low, BigDecimal high) {
        BigDecimal x(int at) {
            return Svg.px(LEFT).add(Svg.part(Svg.px(at), Svg.px(Math.max(1, places - 1)), RIGHT - LEFT));
        }

        BigDecimal y(BigDecimal value) {
            return Svg.px(BOTTOM).subtract(Svg.part(value.subtract(low), high.subtract(low), BOTTOM - TOP));
        }

        String point(int at, BigDecimal value) {
            return Svg.px(x(at)) + " " + Svg.px(y(value));
        }
    }

    @Override
    String draw() {
        Shown shown = attribute("of", Shown.class);
        return shown == null || shown.labels.isEmpty() ? "" : drawing(shown);
    }

    static String drawing(Shown shown) {
        Field field =
                new Field(shown.labels.size(), shown.scale.get(0).value, shown.scale.get(shown.scale.size() - 1).value);
        Svg svg = Svg.spoken(WIDTH, HEIGHT, shown.label);
        for (Mark line : shown.scale) {
            BigDecimal y = field.y(line.value);
            svg.path("M" + LEFT + " " + Svg.px(y) + "H" + RIGHT, "gr");
            svg.text(Svg.px(LEFT - 6), y.intValue() + 4, "end", line.text, "tx");
        }
        labels(svg, shown, field);
        shown.peaks.forEach(p -> svg.path("M" + Svg.px(field.x(p.at)) + " 4V" + BOTTOM, "hair"));
        band(svg, shown, field);
        svg.path(line(shown, field), "lac");
        for (Mark peak : shown.peaks) {
            BigDecimal y = field.y(peak.value);
            svg.dot(field.x(peak.at), y, "fac");
            svg.text(field.x(peak.at), Math.max(12, y.intValue() - 7), "middle", peak.text, "tx1");
        }
        end(svg, shown, field);
        return svg.end();
    }

    private static void labels(Svg svg, Shown shown, Field field) {
        int step = Math.max(1, -Math.floorDiv(-shown.labels.size(), MONTHS_SHOWN));
        for (int i = step / 2; i < shown.labels.size(); i += step) {
            svg.text(field.x(i), HEIGHT - 8, "middle", shown.labels.get(i), "tx");
        }
    }

    private static String line(Shown shown, Field field) {
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < shown.values.size(); i++) {
            Optional<BigDecimal> value = shown.values.get(i);
            if (value.isPresent()) {
                path.append(pen ? "L" : "M").append(field.point(i, value.get()));
            }
            pen = value.isPresent();
        }
        return path.toString();
    }

    private static void band(Svg svg, Shown shown, Field field) {
        if (shown.band.isEmpty()) {
            return;
        }
        int from = shown.band.get(0).at - 1;
        Optional<BigDecimal> start = from < 0 ? Optional.empty() : shown.values.get(from);
        List<String> outline = new ArrayList<>();
        StringBuilder middle = new StringBuilder();
        start.ifPresent(s -> {
            outline.add(field.point(from, s));
            middle.append('M').append(field.point(from, s));
        });
        for (Band b : shown.band) {
            outline.add(field.point(b.at, b.high));
            middle.append(middle.length() == 0 ? 'M' : 'L').append(field.point(b.at, b.value));
        }
        for (int i = shown.band.size() - 1; i >= 0; i--) {
            outline.add(field.point(shown.band.get(i).at, shown.band.get(i).low));
        }
        svg.path("M" + String.join("L", outline) + "Z", "hatch");
        svg.path(middle.toString(), "lac dash");
    }

    private static void end(Svg svg, Shown shown, Field field) {
        if (!shown.band.isEmpty()) {
            Band last = shown.band.get(shown.band.size() - 1);
            svg.text(field.x(last.at).add(Svg.px(8)), field.y(last.value).intValue() + 4, "start", shown.end, "tx1");
            return;
        }
        for (int i = shown.values.size() - 1; i >= 0; i--) {
            if (shown.values.get(i).isPresent()) {
                BigDecimal value = shown.values.get(i).get();
                svg.text(field.x(i).add(Svg.px(8)), field.y(value).intValue() + 4, "start", shown.end, "tx1");
                return;
            }
        }
    }
}
