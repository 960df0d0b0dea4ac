package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.plan.GateMode;
import org.kpisuite.domain.plan.GateTerms;

/**
 * What a department is measured by, quarter after quarter; the targets are set anew each time.
 *
 * @param weight 0 for a diagnostic
 * @param explains the scored indicator that a diagnostic explains; empty for a scored one
 * @param influencers who else moves it; empty where the department alone does
 */
record PlanLine(
        String indicator, int weight, String explains, String goal, String influencers, String owner, String source) {

    /** Quantity never stands without quality: the indicator that goes with it. */
    static final Map<String, String> QUALITY = Map.of("LEADS", "QUAL_RATE");

    /** Leads count only if at least a fifth of them is closed, within sixty days. */
    static final Map<String, GateTerms> GATES = Map.of(
            "LEADS",
            new GateTerms(
                    "DEALS_WON_COHORT",
                    "LEADS",
                    new BigDecimal("0.2"),
                    GateMode.ZERO,
                    null,
                    Marketing.GATE_MATURITY_DAYS,
                    null));

    private static final String GROWTH = "Revenue of the company +12% a year";
    private static final String PROFIT = "Profitability of the company at least 20%";
    private static final String LOYALTY = "85 of 100 customers stay from quarter to quarter";

    private static final List<PlanLine> MARKETING = List.of(
            scored("LEADS", 25, GROWTH, "", "M. Orlov", "CRM"),
            scored("QUAL_RATE", 20, GROWTH, "", "M. Orlov", "CRM"),
            scored("CAC", 25, PROFIT, "Online shop", "M. Orlov", "FINANCE"),
            scored("ROMI", 30, PROFIT, "Corporate sales, online shop", "M. Orlov", "E2E"),
            diagnostic("CTR", "LEADS", "ADS"),
            diagnostic("LP_CONVERSION", "LEADS", "WEB"),
            diagnostic("CPC", "CAC", "ADS"),
            diagnostic("MKT_COST", "ROMI", "FINANCE"));

    private static final List<PlanLine> SALES = List.of(
            scored("PIPELINE_NEW", 25, GROWTH, "Marketing", "S. Klimov", "CRM"),
            scored("REVENUE", 35, GROWTH, "", "S. Klimov", "FINANCE"),
            scored("LEAD_QUALITY", 20, GROWTH, "", "S. Klimov", "CRM"),
            scored("MARKET_SHARE", 20, GROWTH, "Competitors", "S. Klimov", "MANUAL"),
            diagnostic("ORDERS", "REVENUE", "FINANCE"),
            diagnostic("AOV", "REVENUE", "FINANCE"),
            diagnostic("TASK_CLOSURE", "LEAD_QUALITY", "CRM"));

    private static final List<PlanLine> ONLINE = List.of(
            scored("SESSIONS", 15, GROWTH, "Marketing", "D. Volkova", "WEB"),
            scored("EMAIL_CTR", 15, GROWTH, "", "D. Volkova", "EMAIL"),
            scored("REVENUE", 35, GROWTH, "", "D. Volkova", "SHOP"),
            scored("AOV", 15, PROFIT, "", "D. Volkova", "SHOP"),
            scored("MARGIN", 20, PROFIT, "Purchasing", "D. Volkova", "SHOP"),
            diagnostic("BOUNCE_RATE", "SESSIONS", "WEB"),
            diagnostic("ORDERS", "REVENUE", "SHOP"),
            diagnostic("RPR", "REVENUE", "SHOP"));

    private static final List<PlanLine> SERVICE = List.of(
            scored("TASK_CLOSURE", 25, LOYALTY, "", "E. Titova", "CRM"),
            scored("NPS", 30, LOYALTY, "Delivery", "E. Titova", "SURVEY"),
            scored("SATISFACTION", 25, LOYALTY, "", "E. Titova", "SURVEY"),
            scored("RETENTION", 20, LOYALTY, "Corporate sales, online shop", "E. Titova", "CRM"),
            diagnostic("SESSIONS", "TASK_CLOSURE", "WEB"),
            diagnostic("BOUNCE_RATE", "SATISFACTION", "WEB"));

    private static PlanLine scored(
            String indicator, int weight, String goal, String influencers, String owner, String source) {
        return new PlanLine(indicator, weight, "", goal, influencers, owner, source);
    }

    private static PlanLine diagnostic(String indicator, String explains, String source) {
        return new PlanLine(indicator, 0, explains, "", "", "", source);
    }

    static List<PlanLine> of(String unit) {
        return switch (unit) {
            case Marketing.UNIT -> MARKETING;
            case Sales.UNIT -> SALES;
            case Shop.UNIT -> ONLINE;
            case Service.UNIT -> SERVICE;
            default -> throw new IllegalArgumentException(unit);
        };
    }

    boolean isScored() {
        return weight > 0;
    }
}
