package org.kpisuite.domain.organisation;

import java.math.BigDecimal;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * The part of a unit's figures that counts for one unit above it.
 *
 * <p>Share: above 0, at most 1; at most 10 decimals. Source: domain specification §2.3, rule 4.
 *
 * @param parent code of the unit above
 */
public record ParentShare(String parent, BigDecimal share) {
    public static final int SCALE_MAX = 10;

    /** Refuses E-FIELD-VALUE for a share outside its range. */
    public ParentShare {
        share = share.stripTrailingZeros();
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0 || share.scale() > SCALE_MAX) {
            throw new KpiException(Code.E_FIELD_VALUE, "share", share.toPlainString(), "0 < share ≤ 1, 0.0000000001");
        }
        share = share.setScale(Math.max(0, share.scale()));
    }
}
