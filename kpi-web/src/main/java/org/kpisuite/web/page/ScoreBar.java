package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** {@code <k:scoreBar points="#{…}"/>}: a score from 0 to 120 with ticks at 70 and 100; never coloured. */
@FacesComponent("kpi.ScoreBar")
public class ScoreBar extends Drawn {
    private static final BigDecimal END = BigDecimal.valueOf(120);
    private static final int WIDTH = 168;

    @Override
    String draw() {
        return drawing(attribute("points", BigDecimal.class));
    }

    static String drawing(@Nullable BigDecimal points) {
        Svg svg = Svg.silent(WIDTH, 20).path("M.5 0V20", "ax");
        if (points != null) {
            BigDecimal shown = points.max(BigDecimal.ZERO).min(END);
            svg.rect(Svg.px(0), Svg.px(6), Svg.part(shown, END, WIDTH), Svg.px(8), "fac");
        }
        return svg.path("M98.5 3V17", "ax ax2").path("M140.5 0V20", "ax ax4").end();
    }
}
