package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.Decimals;

/** How much a department below weighs in the index of the children (domain specification §5.7). */
@Embeddable
public class ChildWeight {
    @Column(name = "unit_code")
    private String unit;

    private BigDecimal weight;

    protected ChildWeight() {}

    /**
     * A department below with its weight.
     *
     * @throws KpiException E-FIELD-VALUE for a weight not above 0
     */
    public ChildWeight(String unit, BigDecimal weight) {
        if (weight.signum() <= 0) {
            throw new KpiException(Code.E_FIELD_VALUE, "children.weight", Decimals.plain(weight), "> 0");
        }
        this.unit = unit;
        this.weight = weight;
    }

    public String unit() {
        return unit;
    }

    /** Above 0, in any scale: only their proportions count. */
    public BigDecimal weight() {
        return weight;
    }

    /** Everything that is signed, by name. */
    Map<String, Object> content() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("unit", unit);
        content.put("weight", weight);
        return content;
    }
}
