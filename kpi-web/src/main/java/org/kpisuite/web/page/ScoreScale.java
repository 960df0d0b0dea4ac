package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;

/** {@code <k:scoreScale/>}: the scale of all score bars below it, 0, 70 and 100. */
@FacesComponent("kpi.ScoreScale")
public class ScoreScale extends Drawn {
    @Override
    String draw() {
        return Svg.silent(168, 14)
                .text(Svg.px(0), 11, "start", "0", "tx")
                .text(Svg.px(98), 11, "middle", "70", "tx")
                .text(Svg.px(140), 11, "middle", "100", "tx2")
                .end();
    }
}
