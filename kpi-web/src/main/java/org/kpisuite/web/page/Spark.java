package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * {@code <k:spark of="#{…}"/>}: an indicator over its periods, columns from zero for amounts, a line for rates.
 *
 * <p>The last one is hatched, or an open ring, while its period runs. A period without a value is a gap.
 */
@FacesComponent("kpi.Spark")
public class Spark extends Drawn {
    private static final int WIDTH = 64;

    /**
     * What a sparkline shows.
     *
     * @param values oldest first
     * @param columns whether zero is the base
     * @param running whether the last period still runs
     * @param label the values in words
     */
    public record Shown(
            List<Optional<BigDecimal>> values, boolean columns, boolean running, boolean small, String label) {
        public Shown {
            values = List.copyOf(values);
        }

        List<BigDecimal> present() {
            return values.stream().flatMap(Optional::stream).toList();
        }
    }

    @Override
    String draw() {
        Shown shown = attribute("of", Shown.class);
        return shown == null || shown.present().isEmpty() ? "" : drawing(shown);
    }

    static String drawing(Shown shown) {
        int height = shown.small ? 18 : 22;
        Svg svg = Svg.spoken(WIDTH, height, shown.label);
        boolean negative = shown.present().stream().anyMatch(v -> v.signum() < 0);
        return shown.columns && !negative ? columns(svg, shown, height) : line(svg, shown, height);
    }

    private static String columns(Svg svg, Shown shown, int height) {
        BigDecimal largest = shown.present().stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        int count = shown.values.size();
        BigDecimal step = Svg.part(BigDecimal.ONE, BigDecimal.valueOf(count), WIDTH);
        BigDecimal width = step.subtract(new BigDecimal("1.5"));
        for (int i = 0; i < count; i++) {
            if (shown.values.get(i).isPresent()) {
                BigDecimal tall = Svg.part(shown.values.get(i).get(), largest, height - 2);
                boolean hatched = shown.running && i == count - 1;
                svg.rect(
                        step.multiply(Svg.px(i)),
                        Svg.px(height).subtract(tall),
                        width,
                        tall,
                        hatched ? "hatch" : "fac");
            }
        }
        return svg.end();
    }

    private static String line(Svg svg, Shown shown, int height) {
        BigDecimal low = shown.present().stream().reduce(BigDecimal::min).orElseThrow();
        BigDecimal high = shown.present().stream().reduce(BigDecimal::max).orElseThrow();
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        int last = shown.values.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (shown.values.get(i).isEmpty()) {
                pen = false;
                continue;
            }
            BigDecimal x = x(i, last);
            BigDecimal y = y(shown.values.get(i).get(), low, high, height);
            path.append(pen ? "L" : "M").append(Svg.px(x)).append(' ').append(Svg.px(y));
            pen = true;
        }
        svg.path(path.toString(), "lac");
        shown.values
                .get(last)
                .ifPresent(v -> svg.dot(x(last, last), y(v, low, high, height), shown.running ? "ring" : "fac"));
        return svg.end();
    }

    private static BigDecimal x(int index, int last) {
        return Svg.px(2).add(Svg.part(Svg.px(index), Svg.px(Math.max(last, 1)), WIDTH - 6));
    }

    private static BigDecimal y(BigDecimal value, BigDecimal low, BigDecimal high, int height) {
        BigDecimal range = high.subtract(low);
        return range.signum() == 0
                ? Svg.px(height / 2)
                : Svg.px(height - 3).subtract(Svg.part(value.subtract(low), range, height - 6));
    }
}
