package org.kpisuite.ejb.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.PlanComment;
import org.kpisuite.ejb.access.Directory;

/** Who had a part in a plan, by name. */
@Stateless
@RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class PlanPeople {
    @EJB
    private Plans plans;

    @Inject
    private PlanStore store;

    @Inject
    private Directory directory;

    /** Names by login of everyone who wrote, signed, commented or decided anything about a plan. Refuses E-NOT-FOUND. */
    public Map<String, String> names(long id) {
        Plan plan = plans.get(id);
        Set<String> logins = new TreeSet<>(directory.heads(plan.unit()));
        for (Plan one : store.plans(plan.unit())) {
            logins.addAll(one.editors());
            one.signatures().forEach(s -> logins.addAll(s.people()));
            one.adjustments().forEach(a -> {
                logins.addAll(a.requesters());
                a.decidedBy().ifPresent(logins::add);
                a.decidedFor().ifPresent(logins::add);
            });
        }
        for (PlanComment comment : store.comments(plan)) {
            logins.add(comment.author());
            comment.resolvedBy().ifPresent(logins::add);
        }
        return names(logins);
    }

    private Map<String, String> names(Collection<String> logins) {
        return logins.stream()
                .map(directory::person)
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(Person::login, Person::name));
    }

    /** The head of the department of a plan: logins. Refuses E-NOT-FOUND. */
    public Set<String> heads(long id) {
        return directory.heads(plans.get(id).unit());
    }
}
