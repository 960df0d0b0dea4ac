package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code <k:past of="#{…}"/>}: what an item came to in its last quarters, with the wanted marks as dashed lines. */
@FacesComponent("kpi.PastSpark")
public class PastSpark extends Drawn {
    private static final int WIDTH = 104;
    private static final int HEIGHT = 28;
    private static final int MARGIN = 3;
    private static final int LEFT = 2;

    /**
     * What is shown.
     *
     * @param values oldest first; a quarter without a value is a gap
     * @param wanted the target, or both ends of a band
     * @param label the values in words
     */
    public record Shown(List<Optional<BigDecimal>> values, List<BigDecimal> wanted, String label) {
        public Shown {
            values = List.copyOf(values);
            wanted = List.copyOf(wanted);
        }

        private Stream<BigDecimal> all() {
            return Stream.concat(values.stream().flatMap(Optional::stream), wanted.stream());
        }
    }

    @Override
    String draw() {
        Shown shown = attribute("of", Shown.class);
        return shown == null || shown.values.stream().noneMatch(Optional::isPresent) ? "" : drawing(shown);
    }

    static String drawing(Shown shown) {
        BigDecimal low = shown.all().reduce(BigDecimal::min).orElseThrow();
        BigDecimal range = shown.all().reduce(BigDecimal::max).orElseThrow().subtract(low);
        Svg svg = Svg.spoken(WIDTH, HEIGHT, shown.label);
        for (BigDecimal mark : shown.wanted) {
            String y = Svg.px(y(mark, low, range));
            svg.path("M" + LEFT + " " + y + "H" + x(shown, shown.values.size() - 1), "lwt");
        }
        StringBuilder path = new StringBuilder();
        boolean pen = false;
        for (int i = 0; i < shown.values.size(); i++) {
            Optional<BigDecimal> value = shown.values.get(i);
            if (value.isPresent()) {
                path.append(pen ? 'L' : 'M').append(x(shown, i)).append(' ');
                path.append(Svg.px(y(value.get(), low, range)));
            }
            pen = value.isPresent();
        }
        svg.path(path.toString(), "lac");
        int last = shown.values.size() - 1;
        shown.values.get(last).ifPresent(v -> svg.dot(new BigDecimal(x(shown, last)), y(v, low, range), "fac"));
        return svg.end();
    }

    private static String x(Shown shown, int index) {
        int steps = Math.max(shown.values.size() - 1, 1);
        return Svg.px(Svg.px(LEFT).add(Svg.part(Svg.px(index), Svg.px(steps), WIDTH - 2 * LEFT - 2)));
    }

    private static BigDecimal y(BigDecimal value, BigDecimal low, BigDecimal range) {
        return range.signum() == 0
                ? Svg.px(HEIGHT / 2)
                : Svg.px(HEIGHT - MARGIN).subtract(Svg.part(value.subtract(low), range, HEIGHT - 2 * MARGIN));
    }
}
