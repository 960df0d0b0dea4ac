package org.kpisuite.ejb.access;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kpisuite.domain.organisation.Membership;
import org.kpisuite.domain.organisation.OrgHistory;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.organisation.Standing;
import org.kpisuite.domain.organisation.UnitFace;

/** The organisation as stored: units, and where they stood since when. */
public final class StoredOrganisation {
    private static final String MARK = "select mark from org_change where id = 1";
    private static final String CHANGE = "update org_change set mark = ?1 where id = 1";

    private final EntityManager entities;

    public StoredOrganisation(EntityManager entities) {
        this.entities = entities;
    }

    /** Another text after each change of the organisation, by whatever node. */
    public String mark() {
        return (String) entities.createNativeQuery(MARK).getSingleResult();
    }

    public OrgHistory history(String defaultCurrency, LocalDate today, ZoneId zone) {
        Map<String, List<UnitFace>> faces =
                entities.createQuery("select f from UnitFace f", UnitFace.class).getResultList().stream()
                        .collect(Collectors.groupingBy(UnitFace::unit));
        return new OrgHistory(
                entities.createQuery("select u from OrgUnit u order by u.code", OrgUnit.class).getResultList().stream()
                        .map(u -> u.remembering(faces.getOrDefault(u.code(), List.of())))
                        .toList(),
                Membership.standings(entities.createQuery("select m from Membership m", Membership.class)
                        .getResultList()),
                defaultCurrency,
                today,
                zone);
    }

    /**
     * Leaves a new mark. As the first thing of a change it waits for others that change the organisation; as the last
     * thing it tells everybody to read anew, also what was read in between.
     */
    public void leaveMark() {
        entities.createNativeQuery(CHANGE)
                .setParameter(1, UUID.randomUUID().toString())
                .executeUpdate();
    }

    /** Keeps what a unit is called from now on, unless it is called so already. */
    public void record(OrgUnit unit, Instant at, String person) {
        UnitFace last = entities.createQuery(
                        "select f from UnitFace f where f.unit = :unit order by f.recordedAt desc", UnitFace.class)
                .setParameter("unit", unit.code())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        if (last == null || !last.isOf(unit)) {
            entities.persist(new UnitFace(unit, at, person));
        }
    }

    public void record(Standing standing, String person) {
        Membership.of(standing, person).forEach(entities::persist);
    }
}
