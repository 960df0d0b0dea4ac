package org.kpisuite.ejb.feed;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.feed.FeedBook;
import org.kpisuite.domain.feed.FeedStatus;
import org.kpisuite.domain.feed.Need;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.settings.Settings;

/** Which data are in and who owes the rest, for everybody who may read the figures of the department. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class DataStatus {
    @EJB
    private Caller caller;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private FeedGroundsReader grounds;

    /** Today in the company's zone. */
    public LocalDate today() {
        return directory.today();
    }

    /** The quarter that is asked about where none is named: the one that runs. */
    public Period runningQuarter() {
        return settings.calendar().planQuarter(today());
    }

    /**
     * All feeds over a period, the late ones first: of one department and those below it, or of all that the caller may
     * read. Refuses E-NOT-FOUND for a department that the caller may not read.
     */
    public List<OwedFeed> list(Optional<String> unit, Period period) {
        unit.ifPresent(caller::requireReadable);
        Set<String> units = new LinkedHashSet<>(caller.readableUnits());
        unit.ifPresent(u -> units.retainAll(directory.tree().subtree(u)));
        return owed(new FeedBook(grounds.read(units, period)).on(units, period, today()));
    }

    private List<OwedFeed> owed(List<FeedStatus> found) {
        Map<String, List<String>> heads = new HashMap<>();
        return found.stream()
                .map(status -> {
                    Optional<String> owner = status.planned().map(Need::owner);
                    return new OwedFeed(
                            status,
                            owner.orElse(null),
                            owner.isPresent() ? List.of() : heads.computeIfAbsent(status.unit(), this::heads));
                })
                .toList();
    }

    private List<String> heads(String unit) {
        return directory.heads(unit).stream()
                .map(login -> directory.person(login).map(Person::name).orElse(login))
                .sorted()
                .toList();
    }
}
