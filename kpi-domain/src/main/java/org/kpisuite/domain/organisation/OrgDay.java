package org.kpisuite.domain.organisation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Who stands below whom with which share, from one change of the organisation to the next. Immutable. */
final class OrgDay {
    private final Map<String, Standing> standings;

    OrgDay(Map<String, Standing> standings) {
        this.standings = standings;
    }

    Map<String, Standing> standings() {
        return standings;
    }

    /** All units below a root with the share of their figures that reaches it; the root itself with 1. */
    Map<String, BigDecimal> sharesBelow(String root) {
        Map<String, BigDecimal> reached = new HashMap<>();
        reached.put(root, BigDecimal.ONE);
        Map<String, BigDecimal> below = new LinkedHashMap<>();
        below.put(root, BigDecimal.ONE);
        for (String unit : standings.keySet()) {
            BigDecimal share = share(unit, reached);
            if (share.signum() > 0) {
                below.put(unit, share);
            }
        }
        return below;
    }

    /** A unit's shares in those above it, each times what of that one reaches the root. Each unit is asked once. */
    private BigDecimal share(String unit, Map<String, BigDecimal> reached) {
        BigDecimal known = reached.get(unit);
        if (known != null) {
            return known;
        }
        reached.put(unit, BigDecimal.ZERO);
        BigDecimal sum = BigDecimal.ZERO;
        for (ParentShare above : above(unit)) {
            sum = sum.add(above.share().multiply(share(above.parent(), reached)));
        }
        BigDecimal share = sum.signum() == 0 ? BigDecimal.ZERO : sum.stripTrailingZeros();
        reached.put(unit, share);
        return share;
    }

    private List<ParentShare> above(String unit) {
        Standing standing = standings.get(unit);
        return standing == null ? List.of() : standing.shares();
    }

    /**
     * Lets a unit stand where it stands.
     *
     * @throws KpiException E-FIELD-VALUE if it stands below itself, E-LIMIT if the tree becomes too deep
     */
    void check(String unit) {
        Map<String, BigDecimal> below = sharesBelow(unit);
        for (ParentShare above : above(unit)) {
            if (below.containsKey(above.parent())) {
                throw new KpiException(Code.E_FIELD_VALUE, "parent", above.parent(), "not " + unit);
            }
        }
        Map<String, Integer> depths = new HashMap<>();
        if (below.keySet().stream().anyMatch(u -> depth(u, depths) > OrgTree.DEPTH_MAX)) {
            throw new KpiException(Code.E_LIMIT, "parent", String.valueOf(OrgTree.DEPTH_MAX));
        }
    }

    /** How many units stand on the longest way from a root to this one, both included. */
    private int depth(String unit, Map<String, Integer> known) {
        Integer depth = known.get(unit);
        if (depth == null) {
            int above = 0;
            for (ParentShare parent : above(unit)) {
                above = Math.max(above, depth(parent.parent(), known));
            }
            depth = above + 1;
            known.put(unit, depth);
        }
        return depth;
    }
}
