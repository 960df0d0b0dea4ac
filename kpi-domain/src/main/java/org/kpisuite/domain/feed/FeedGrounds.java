package org.kpisuite.domain.feed;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.organisation.OrgTree;

/**
 * What must be known to say who owes which data.
 *
 * @param needs of all plans in force for the departments asked for and those above them
 * @param coverage of the departments asked for, in the days asked for and {@link FeedBook#HABIT_DAYS} before them
 * @param slices the needed slices of which anything was ever delivered
 */
public record FeedGrounds(
        Catalogue catalogue,
        OrgTree tree,
        WorkingDays workingDays,
        List<Need> needs,
        List<Coverage> coverage,
        Set<Slice> slices) {
    public FeedGrounds {
        needs = List.copyOf(needs);
        coverage = List.copyOf(coverage);
        slices = Set.copyOf(slices);
    }

    /** A measure of some dimensions of one department. */
    public record Slice(String unit, String measure, String dims) {}

    /** Whether anything of a slice was ever delivered for one of these departments. */
    boolean everCame(Collection<String> units, String measure, String dims) {
        return units.stream().anyMatch(u -> slices.contains(new Slice(u, measure, dims)));
    }
}
