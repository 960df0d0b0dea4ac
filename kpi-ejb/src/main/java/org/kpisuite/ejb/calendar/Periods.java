package org.kpisuite.ejb.calendar;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.PeriodAction;
import org.kpisuite.domain.calendar.PeriodActor;
import org.kpisuite.domain.calendar.PeriodBook;
import org.kpisuite.domain.calendar.PeriodOffice;
import org.kpisuite.domain.calendar.PeriodStatus;
import org.kpisuite.domain.calendar.PeriodSteps;
import org.kpisuite.domain.calendar.PeriodTransition;
import org.kpisuite.domain.calendar.ReopenScope;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.ejb.storage.Migrations;

/**
 * Periods and what is done with them. Everybody may see how they stand; whoever changes it holds the role in a root unit,
 * because periods are the whole company's.
 */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Periods {
    /** Longest list that is answered at once. */
    public static final int PAGE_MAX = 500;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Directory directory;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @EJB
    private Caller caller;

    /** The period of a code. Refuses E-PERIOD-FORMAT, E-PERIOD-INVALID. */
    public Period parse(String code) {
        return settings.calendar().parse(code);
    }

    /** Today in the company's zone. */
    public LocalDate today() {
        return directory.today();
    }

    /** How a period stands now. */
    public PeriodStatus get(Period period) {
        return inDatabase(rows -> book(rows).status(period));
    }

    /** How the periods of that length of the planning calendar stand, from one day to another, at most a page of them. */
    public List<PeriodStatus> list(Granularity granularity, LocalDate from, LocalDate to) {
        return inDatabase(rows -> {
            PeriodBook book = book(rows);
            List<PeriodStatus> list = new ArrayList<>();
            CompanyCalendar calendar = settings.calendar();
            Period first = Period.of(calendar.calendar(calendar.planning()).orElseThrow(), granularity, from);
            for (Period p = first; !p.start().isAfter(to) && list.size() < PAGE_MAX; p = p.plus(1)) {
                list.add(book.status(p));
            }
            return list;
        });
    }

    /** What the caller may do with a period now: the steps of its status that are not kept for others. */
    public List<PeriodAction> actions(PeriodStatus status) {
        Set<PeriodOffice> offices = offices();
        boolean asked =
                status.pending().filter(p -> p.by().equals(caller.login())).isPresent();
        return status.next().stream()
                .filter(a -> a.offices().stream().anyMatch(offices::contains))
                .filter(a -> !asked || (a != PeriodAction.APPROVE_REOPEN && a != PeriodAction.APPROVE_UNLOCK))
                .toList();
    }

    /** Closes a period, with all that lies within it or not. Refuses E-FORBIDDEN, E-PERIOD-STATE with every open part. */
    public PeriodStatus close(Period period, boolean withParts) {
        return act(period, (steps, actor) -> steps.close(period, actor, withParts));
    }

    /** Asks for a closed period to be opened again. Refuses E-FORBIDDEN, E-REASON-MISSING, E-NOT-FOUND, E-PERIOD-STATE. */
    public PeriodStatus requestReopen(Period period, Optional<String> reason, ReopenScope scope) {
        OrgTree tree = directory.tree();
        for (String unit : scope.units()) {
            tree.get(unit);
        }
        return act(period, (steps, actor) -> steps.requestReopen(period, actor, reason, scope));
    }

    /** Opens it for three working days. Refuses E-FORBIDDEN, E-FOUR-EYES to whoever asked, E-PERIOD-STATE. */
    public PeriodStatus approveReopen(Period period) {
        return act(
                period,
                (steps, actor) -> steps.approveReopen(
                        period, actor, PeriodSteps.reclosesAt(actor.at(), settings.zone(), settings.workingDays())));
    }

    /** Makes a closed period read-only. Refuses E-FORBIDDEN, E-PERIOD-STATE. */
    public PeriodStatus lock(Period period) {
        return act(period, (steps, actor) -> steps.lock(period, actor));
    }

    /** Asks for a locked period to be unlocked. Refuses E-FORBIDDEN, E-REASON-MISSING, E-PERIOD-STATE. */
    public PeriodStatus requestUnlock(Period period, Optional<String> reason) {
        return act(period, (steps, actor) -> steps.requestUnlock(period, actor, reason));
    }

    /** Makes it a closed one. Refuses E-FORBIDDEN, E-FOUR-EYES to whoever asked, E-PERIOD-STATE. */
    public PeriodStatus approveUnlock(Period period) {
        return act(period, (steps, actor) -> steps.approveUnlock(period, actor));
    }

    private PeriodStatus act(Period period, BiFunction<PeriodSteps, PeriodActor, List<PeriodTransition>> step) {
        Signing signing = caller.signing();
        Instant now = now();
        PeriodActor actor = new PeriodActor(signing.login(), offices(), signing.authMethod(), now);
        return inDatabase(rows -> {
            rows.takeTurn();
            PeriodBook book = book(rows);
            List<PeriodTransition> steps = step.apply(new PeriodSteps(book), actor);
            rows.append(book.due());
            rows.append(steps);
            Stream.concat(book.due().stream(), steps.stream())
                    .map(PeriodDeed::of)
                    .forEach(audit::record);
            return book(rows).status(period);
        });
    }

    private Set<PeriodOffice> offices() {
        OrgTree tree = directory.tree();
        Set<PeriodOffice> offices = EnumSet.noneOf(PeriodOffice.class);
        for (PeriodOffice office : PeriodOffice.values()) {
            boolean held = caller.units(Role.valueOf(office.name())).stream()
                    .anyMatch(u -> tree.get(u).parent().isEmpty());
            if (held) {
                offices.add(office);
            }
        }
        return offices;
    }

    private PeriodBook book(PeriodRows rows) throws SQLException {
        return new PeriodBook(rows.all(), now(), settings.zone());
    }

    /** Storage keeps microseconds; what is finer would read back as another instant. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(PeriodRows rows) throws SQLException;
    }

    private <T> T inDatabase(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.on(new PeriodRows(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
