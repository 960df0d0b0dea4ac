package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.math.BigDecimal;

/** {@code <k:pinScale limit="#{…}"/>}: the scale of all pins below it. */
@FacesComponent("kpi.PinScale")
public class PinScale extends Drawn {
    @Override
    String draw() {
        BigDecimal limit = attribute("limit", BigDecimal.class);
        Reader reader = attribute("reader", Reader.class);
        return limit == null || reader == null ? "" : Pin.scale(limit, reader.numbers());
    }
}
