package org.kpisuite.web.page;

import java.util.List;
import java.util.Set;
import org.kpisuite.domain.access.Role;

/** A section of the product in the top bar, and the roles that may open it. */
public enum Section {
    OVERVIEW("overview", "o", "AUTHOR HEAD CONTROLLER APPROVER VIEWER AUDITOR ADMIN"),
    SCORECARDS("scorecard", "s", "AUTHOR HEAD CONTROLLER APPROVER VIEWER AUDITOR"),
    PLANS("plans", "p", "AUTHOR HEAD CONTROLLER APPROVER VIEWER AUDITOR"),
    IMPORTS("imports", "i", "CONTROLLER AUDITOR"),
    QUARANTINE("quarantine", "q", "APPROVER"),
    DATA_STATUS("data-status", "w", "AUTHOR HEAD CONTROLLER APPROVER VIEWER AUDITOR"),
    LEADLAG("leadlag", "l", "AUTHOR HEAD CONTROLLER APPROVER VIEWER AUDITOR"),
    DELIVERIES("deliveries", "d", "CONTROLLER AUDITOR"),
    PERIODS("periods", "e", "CONTROLLER APPROVER AUDITOR"),
    RATES("rates", "r", "CONTROLLER APPROVER AUDITOR"),
    CATALOGUE("catalogue", "c", "AUTHOR HEAD CONTROLLER APPROVER VIEWER AUDITOR ADMIN"),
    AUDIT("audit", "a", "AUDITOR ADMIN");

    private final String page;
    private final String key;
    private final String roles;

    Section(String page, String key, String roles) {
        this.page = page;
        this.key = key;
        this.roles = roles;
    }

    public String page() {
        return page;
    }

    /** The letter that opens it after {@code g}. */
    public String key() {
        return key;
    }

    /** Whether one of the roles opens it. */
    public boolean opensTo(Set<Role> held) {
        return held.stream().anyMatch(r -> List.of(roles.split(" ", -1)).contains(r.name()));
    }
}
