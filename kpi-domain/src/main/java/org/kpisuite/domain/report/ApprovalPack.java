package org.kpisuite.domain.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.plan.LintReport;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.domain.plan.PlanDiff;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.WhatIf;

/**
 * All that somebody needs to decide about a plan (domain specification §7.4).
 *
 * @param before the plan that it takes the place of; empty for the first of a department
 * @param lint what was found at submission, and what would be found besides now
 * @param comments on the plans of the quarter
 */
public record ApprovalPack(
        Setting setting, Plan plan, Optional<Plan> before, LintReport lint, WhatIf whatIf, List<PlanComment> comments) {
    public ApprovalPack {
        comments = List.copyOf(comments);
    }

    /**
     * Where and when the plan is decided.
     *
     * @param names of people by login
     * @param due until when it should be decided; empty where it is
     * @param link to the page of the decision, which asks for sign-in
     * @param at when the pack was made
     */
    public record Setting(
            LocalizedText unit,
            LocalizedText company,
            Catalogue catalogue,
            Map<String, String> names,
            Optional<LocalDate> due,
            String link,
            ZoneId zone,
            Instant at) {
        public Setting {
            names = Map.copyOf(names);
        }

        public String name(String login) {
            return names.getOrDefault(login, login);
        }

        public LocalDate day(Instant instant) {
            return instant.atZone(zone).toLocalDate();
        }
    }

    /** What the plan says otherwise than the one before; nothing where there is none. */
    public Optional<PlanDiff> diff() {
        return before.map(b -> PlanDiff.of(b.written(), plan.written()));
    }
}
