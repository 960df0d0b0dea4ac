package org.kpisuite.ejb.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kpisuite.domain.access.Delegation;
import org.kpisuite.domain.access.Grant;
import org.kpisuite.domain.access.Person;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.access.Staff;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.plan.Closing;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.domain.plan.Signing;
import org.kpisuite.domain.plan.Submission;
import org.kpisuite.domain.quantity.LocalizedText;

/** Of whom the next step of a plan is awaited, and until when. */
class AwaitedPlansTest {
    private static final Period QUARTER = Period.parse("2026-Q4");
    private static final Instant AT = Instant.parse("2026-09-15T09:00:00Z");
    private static final OrgTree TREE = new OrgTree(
            List.of(
                    new OrgUnit("COMPANY", new LocalizedText("Company", "Компания"), null, null),
                    new OrgUnit("SEO", new LocalizedText("Search", "Поиск"), "COMPANY", null)),
            "RUB");
    private static final List<Person> PEOPLE = List.of(
            person("anna", Role.CONTROLLER),
            person("boris", Role.CONTROLLER),
            person("chief", Role.APPROVER),
            person("head", Role.HEAD, Role.APPROVER),
            granted("cfo", "COMPANY", Role.APPROVER));

    private static Person person(String login, Role... roles) {
        return granted(login, "SEO", roles);
    }

    private static Person granted(String login, String unit, Role... roles) {
        return new Person(
                login,
                login,
                login + "@example.org",
                Locale.ENGLISH,
                Arrays.stream(roles).map(r -> new Grant(r, unit, null, null)).toList());
    }

    private static Delegation forTheChief(String delegate, LocalDate day) {
        return new Delegation(
                new Delegation.Terms("chief", delegate, Role.APPROVER, "SEO", day, day, "on leave"), "chief", AT);
    }

    private static AwaitedPlans on(String today) {
        LocalDate day = LocalDate.parse(today);
        List<Delegation> delegations = List.of(forTheChief("deputy", day), forTheChief("author", day));
        return new AwaitedPlans(
                new Offices(new Staff(PEOPLE, delegations, TREE, day)),
                WorkingDays.MONDAY_TO_FRIDAY,
                ZoneOffset.UTC,
                day);
    }

    private static Plan draft() {
        Plan plan = new Plan("SEO", QUARTER, "author");
        plan.edit(null, List.of(), "boris");
        return plan;
    }

    private static Plan submitted() {
        Plan plan = draft();
        plan.submit(new Signing("head", AT, "TOKEN"), new Submission(Set.of("chief"), Set.of("head"), List.of()));
        return plan;
    }

    private static Plan checked() {
        Plan plan = submitted();
        plan.check(new Signing("anna", AT, "TOKEN"), null);
        return plan;
    }

    private static Plan active() {
        Plan plan = checked();
        plan.approve(new Signing("chief", AT, "TOKEN"), plan.hash().orElseThrow(), Set.of("head"), QUARTER.start());
        return plan;
    }

    private static Awaited only(String today, Plan plan) {
        List<Awaited> all = on(today).steps(List.of(plan));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void draft_isAwaitedOfItsHead_andOverdueToldToTheApprover() {
        Awaited awaited = only("2026-09-10", draft());
        assertThat(awaited.kind()).isEqualTo(Awaited.Kind.SUBMIT);
        assertThat(awaited.people()).containsExactly("head");
        assertThat(awaited.superiors()).containsExactly("chief");
        assertThat(awaited.due()).isEqualTo("2026-09-17");
    }

    @Test
    void submittedPlan_isAwaitedOfControllers_butNotOfAnEditor() {
        Awaited awaited = only("2026-09-16", submitted());
        assertThat(awaited.kind()).isEqualTo(Awaited.Kind.CHECK);
        assertThat(awaited.people()).containsExactly("anna");
        assertThat(awaited.due()).isEqualTo("2026-09-22");
    }

    @Test
    void checkedPlan_isAwaitedOfApproversAndTheirDelegates_whoTookNoPart() {
        Awaited awaited = only("2026-09-16", checked());
        assertThat(awaited.kind()).isEqualTo(Awaited.Kind.DECIDE);
        assertThat(awaited.people()).containsExactlyInAnyOrder("chief", "deputy");
        assertThat(awaited.superiors()).containsExactly("cfo");
        assertThat(awaited.due()).isEqualTo("2026-09-28");
        assertThat(awaited.page()).isEqualTo("/plan?id=0");
    }

    @Test
    void planThatItsApproverWrote_isAwaitedOfTheNextAbove_andToldToNobody() {
        Plan plan = draft();
        plan.edit(null, List.of(), "chief");
        plan.submit(new Signing("head", AT, "TOKEN"), new Submission(Set.of("cfo"), Set.of("head"), List.of()));
        plan.check(new Signing("anna", AT, "TOKEN"), null);
        Awaited awaited = only("2026-09-16", plan);
        assertThat(awaited.people()).containsExactly("cfo");
        assertThat(awaited.superiors()).isEmpty();
    }

    @Test
    void adjustment_isAwaitedOfWhoeverMayDecideIt_alsoOnceThePlanIsClosed() {
        Plan plan = active();
        plan.close(
                new Signing("anna", AT, "TOKEN"),
                List.of(),
                Closing.SETTLED,
                QUARTER.endInclusive().plusDays(15));
        plan.askAdjustment(new Signing("boris", AT, "TOKEN"), BigDecimal.ONE, "a recall in August");
        Awaited awaited = only("2027-01-20", plan);
        assertThat(awaited.kind()).isEqualTo(Awaited.Kind.ADJUST);
        assertThat(awaited.people()).containsExactlyInAnyOrder("chief", "deputy");
        assertThat(awaited.superiors()).containsExactly("cfo");
        plan.decideAdjustment(new Signing("chief", AT, "TOKEN"), 0, false, Set.of("head"));
        assertThat(on("2027-01-20").steps(List.of(plan))).isEmpty();
    }

    @Test
    void planInForce_isAwaitedOfNobody_untilItsQuarterIsOver() {
        assertThat(on("2026-12-31").steps(List.of(active()))).isEmpty();
        Awaited awaited = only("2027-01-04", active());
        assertThat(awaited.kind()).isEqualTo(Awaited.Kind.CLOSE);
        assertThat(awaited.people()).containsExactlyInAnyOrder("anna", "boris");
        assertThat(awaited.due()).isEqualTo("2027-01-14");
    }

    @Test
    void returnedPlan_isAwaitedOfItsHeadAgain() {
        Plan plan = submitted();
        plan.giveBack(new Signing("anna", AT, "TOKEN"), null, "Give the source of the leads");
        assertThat(only("2026-09-16", plan).kind()).isEqualTo(Awaited.Kind.SUBMIT);
    }

    @Test
    void planThatNobodyHasBegun_isAwaitedFromItsOpeningOn() {
        Person head = new Person(
                "head", "Head", "h@example.org", Locale.ENGLISH, List.of(new Grant(Role.HEAD, "SEO", null, null)));
        assertThat(on("2026-09-02").beginnings(QUARTER, List.of(), List.of(head)))
                .isEmpty();
        List<Awaited> begun = on("2026-09-03").beginnings(QUARTER, List.of(), List.of(head));
        assertThat(begun).extracting(Awaited::kind).containsExactly(Awaited.Kind.WRITE);
        assertThat(begun.get(0).due()).isEqualTo("2026-09-17");
        assertThat(on("2026-09-03").beginnings(QUARTER, List.of(draft()), List.of(head)))
                .isEmpty();
    }

    @Test
    void planThatNobodyHasBegun_isAwaitedInItsQuarterToo_untilThereIsOne() {
        List<Awaited> missing = on("2026-10-05").beginnings(QUARTER, List.of(), PEOPLE);
        assertThat(missing).extracting(Awaited::kind).containsExactly(Awaited.Kind.WRITE);
        assertThat(missing.get(0).period()).isEqualTo("2026-Q4");
        assertThat(missing.get(0).superiors()).containsExactly("chief");
        assertThat(on("2026-10-05").beginnings(QUARTER, List.of(active()), PEOPLE))
                .isEmpty();
    }
}
