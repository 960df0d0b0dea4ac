package org.kpisuite.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;

class PersonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final LocalizedText NAME = new LocalizedText("Unit", "Отдел");
    private static final OrgTree TREE = new OrgTree(
            List.of(
                    new OrgUnit("COMPANY", NAME, null, null),
                    new OrgUnit("MARKETING", NAME, "COMPANY", null),
                    new OrgUnit("SALES", NAME, "COMPANY", null),
                    new OrgUnit("SEO", NAME, "MARKETING", null)),
            "RUB");

    private static Person person(Grant... grants) {
        return new Person("i.ivanova", "Irina Ivanova", "i@example.org", Messages.RU, List.of(grants));
    }

    private static void assertRefused(Runnable action, Code code) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(KpiException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"MARKETING, true", "SEO, true", "COMPANY, false", "SALES, false"})
    void grant_coversItsUnitAndAllBelow_notAbove(String unit, boolean covered) {
        Person person = person(new Grant(Role.APPROVER, "MARKETING", null, null));
        assertThat(person.has(Role.APPROVER, unit, TREE, DAY)).isEqualTo(covered);
        assertThat(person.has(Role.HEAD, unit, TREE, DAY)).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2026-11-19, false", "2026-11-20, true", "2026-11-22, true", "2026-11-23, false"})
    void grant_isInForceFromItsFirstToItsLastDay_both(LocalDate day, boolean inForce) {
        Person person =
                person(new Grant(Role.HEAD, "MARKETING", LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 22)));
        assertThat(person.roles(day).contains(Role.HEAD)).isEqualTo(inForce);
        assertThat(person.units(EnumSet.allOf(Role.class), TREE, day).isEmpty()).isEqualTo(!inForce);
    }

    @Test
    void units_areThoseOfTheAskedRolesOnly() {
        Person person = person(
                new Grant(Role.VIEWER, "SALES", null, null), new Grant(Role.CONTROLLER, "MARKETING", null, null));
        assertThat(person.units(Set.of(Role.CONTROLLER), TREE, DAY)).containsExactlyInAnyOrder("MARKETING", "SEO");
        assertThat(person.units(EnumSet.allOf(Role.class), TREE, DAY))
                .containsExactlyInAnyOrder("MARKETING", "SEO", "SALES");
    }

    @Test
    void sameGrantTwice_isHeldOnce() {
        assertThat(person(new Grant(Role.HEAD, "SEO", null, null), new Grant(Role.HEAD, "SEO", null, null))
                        .grants())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Ivanova", "-ivan", "a b", "и.иванова", "a@b"})
    void loginThatCannotBeOne_isRefused(String login) {
        assertRefused(() -> new Person(login, "N", "n@example.org", Messages.EN, List.of()), Code.E_FIELD_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "n@", "@example.org", "n@exa mple.org", "a@b@c", "n@example.org\r\nBcc: x@y"})
    void addressThatCannotBeOne_isRefused(String email) {
        assertRefused(() -> new Person("nn", "N", email, Messages.EN, List.of()), Code.E_FIELD_VALUE);
    }

    @ParameterizedTest(name = "{0} for {1} minutes: {2}")
    @CsvSource({
        "SIGN, 15, true",
        "SIGN, 16, false",
        "READ, 16, true",
        "READ, 527040, true",
        "READ, 527041, false",
        "READ, 0, false",
        "READ, -1, false"
    })
    void token_livesNoLongerThanItsScopesAllow(Scope scope, long minutes, boolean allowed) {
        Set<Scope> scopes = EnumSet.of(Scope.READ, scope);
        Runnable make = () -> new AccessToken("h", "nn", scopes, NOW, Duration.ofMinutes(minutes), "PASSWORD");
        if (allowed) {
            make.run();
        } else {
            assertRefused(make, Code.E_LIMIT);
        }
    }

    @Test
    void token_isValidUntilItExpires_withItsScopes() {
        AccessToken token =
                new AccessToken("h", "nn", EnumSet.of(Scope.SIGN, Scope.PLAN), NOW, Duration.ofMinutes(15), "PASSWORD");
        assertThat(token.isValid(NOW.plusSeconds(899))).isTrue();
        assertThat(token.isValid(NOW.plusSeconds(900))).isFalse();
        assertThat(token.scopes()).containsExactlyInAnyOrder(Scope.SIGN, Scope.PLAN);
        assertThat(new AccessToken("h", "nn", Set.of(), NOW, Duration.ofMinutes(1), "PASSWORD").scopes())
                .isEmpty();
    }

    @Test
    void invitation_servesOnce_andOnlyInTime() {
        Invitation invitation = Invitation.of("h", "nn", NOW);
        invitation.use(NOW.plus(Invitation.LIFE).minusMillis(1));
        assertRefused(() -> invitation.use(NOW), Code.E_INVITATION);
        assertRefused(() -> Invitation.of("h", "nn", NOW).use(NOW.plus(Invitation.LIFE)), Code.E_INVITATION);
        assertThat(Invitation.LIFE).isEqualTo(Duration.ofDays(3));
        assertThat(Invitation.SETUP_LIFE).isEqualTo(Duration.ofDays(1));
        assertRefused(() -> Invitation.toSetUp("h", NOW).use(NOW.plus(Invitation.SETUP_LIFE)), Code.E_INVITATION);
    }
}
