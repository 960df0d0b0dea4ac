package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;

/** {@code <k:bar points="#{…}" largest="#{…}"/>}: points lost, one scale per page, from zero. */
@FacesComponent("kpi.LossBar")
public class LossBar extends Drawn {
    private static final int REACH = 46;

    @Override
    String draw() {
        BigDecimal points = attribute("points", BigDecimal.class);
        BigDecimal largest = attribute("largest", BigDecimal.class);
        return points == null || largest == null ? "" : drawing(points, largest);
    }

    static String drawing(BigDecimal points, BigDecimal largest) {
        Svg svg = Svg.silent(48, 20).path("M.5 0V20", "ax ax3");
        if (points.signum() > 0) {
            svg.rect(Svg.px(1), Svg.px(5), Svg.part(points, largest, REACH), Svg.px(10), "fbad");
        }
        return svg.end();
    }
}
