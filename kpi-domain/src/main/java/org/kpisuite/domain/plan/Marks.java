package org.kpisuite.domain.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Direction;
import org.kpisuite.domain.quantity.Decimals;

/** The marks that an item is measured by, for the whole quarter, in the unit of the indicator; percent as fractions. */
@Embeddable
public class Marks {
    /** Highest achievement unless the item says otherwise, points. */
    public static final BigDecimal DEFAULT_CAP = BigDecimal.valueOf(120);

    private @Nullable BigDecimal baseline;

    @Column(name = "floor_mark")
    private @Nullable BigDecimal floor;

    private @Nullable BigDecimal target;
    private @Nullable BigDecimal stretch;

    @Column(name = "low_mark")
    private @Nullable BigDecimal low;

    @Column(name = "high_mark")
    private @Nullable BigDecimal high;

    @Column(name = "low_floor")
    private @Nullable BigDecimal lowFloor;

    @Column(name = "high_floor")
    private @Nullable BigDecimal highFloor;

    @Column(name = "floor_score")
    private BigDecimal floorScore;

    @Column(name = "cap_score")
    private BigDecimal cap;

    protected Marks() {}

    /** All values by name: baseline, floor, target, stretch, low, high, lowFloor, highFloor, floorScore, cap. */
    public Marks(Map<String, BigDecimal> values) {
        baseline = values.get("baseline");
        floor = values.get("floor");
        target = values.get("target");
        stretch = values.get("stretch");
        low = values.get("low");
        high = values.get("high");
        lowFloor = values.get("lowFloor");
        highFloor = values.get("highFloor");
        floorScore = Objects.requireNonNullElse(values.get("floorScore"), BigDecimal.ZERO);
        cap = Objects.requireNonNullElse(values.get("cap"), DEFAULT_CAP);
    }

    /** All values by name, nulls included, in the order in which they are read. */
    public Map<String, @Nullable BigDecimal> values() {
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        values.put("baseline", baseline);
        values.put("floor", floor);
        values.put("target", target);
        values.put("stretch", stretch);
        values.put("low", low);
        values.put("high", high);
        values.put("lowFloor", lowFloor);
        values.put("highFloor", highFloor);
        values.put("floorScore", floorScore);
        values.put("cap", cap);
        return values;
    }

    /** The target, or the middle of the band. */
    public @Nullable BigDecimal aim() {
        return target != null || low == null || high == null
                ? target
                : low.add(high).divide(BigDecimal.valueOf(2), Decimals.EXACT);
    }

    /** Whether something says what is wanted: both ends of a band, else a target. */
    public boolean hasAim(Direction direction) {
        return direction == Direction.BAND ? low != null && high != null : target != null;
    }

    public BigDecimal cap() {
        return cap;
    }

    public BigDecimal floorScore() {
        return floorScore;
    }
}
