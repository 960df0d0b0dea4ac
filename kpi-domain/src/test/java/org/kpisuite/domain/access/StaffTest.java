package org.kpisuite.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;

/** Who may take steps on plans, in which role and for whom (domain specification §4.2, §4.3). */
class StaffTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final OrgTree TREE =
            new OrgTree(List.of(unit("COMPANY", null), unit("MARKETING", "COMPANY"), unit("SEO", "MARKETING")), "RUB");
    private static final List<Person> PEOPLE = List.of(
            person("cfo", new Grant(Role.APPROVER, "COMPANY", null, null)),
            person(
                    "division",
                    new Grant(Role.HEAD, "MARKETING", null, null),
                    new Grant(Role.APPROVER, "MARKETING", null, null)),
            person("head", new Grant(Role.HEAD, "SEO", null, null), new Grant(Role.AUTHOR, "SEO", null, null)),
            person("deputy"));
    private static final List<Delegation> DELEGATIONS = List.of(
            delegation("head", "division", Role.HEAD, "SEO"),
            delegation("division", "deputy", Role.APPROVER, "MARKETING"),
            delegation("cfo", "deputy", Role.APPROVER, "COMPANY"),
            delegation("division", "deputy", Role.HEAD, "MARKETING"),
            delegation("deputy", "head", Role.APPROVER, "SEO"));

    private static OrgUnit unit(String code, String parent) {
        return new OrgUnit(code, new LocalizedText(code, code), parent, null);
    }

    private static Person person(String login, Grant... grants) {
        return new Person(login, login, login + "@example.org", Locale.ENGLISH, List.of(grants));
    }

    private static Delegation delegation(String principal, String delegate, Role role, String unit) {
        return new Delegation(
                new Delegation.Terms(principal, delegate, role, unit, DAY, DAY, "on leave"),
                principal,
                Instant.parse("2026-12-01T06:00:00Z"));
    }

    private static Staff staff(LocalDate day) {
        return new Staff(PEOPLE, DELEGATIONS, TREE, day);
    }

    private static String mandates(LocalDate day, String login, String unit, Role... roles) {
        return staff(day).mandates(login, unit, EnumSet.copyOf(Arrays.asList(roles))).stream()
                .map(m -> m.role() + (m.onBehalfOf() == null ? "" : " for " + m.onBehalfOf()))
                .collect(Collectors.joining(", "));
    }

    /** A head of a higher unit acts in the department by delegation only; what was delegated is not delegated on. */
    @ParameterizedTest
    @CsvSource({
        "head,     SEO,       HEAD,     HEAD",
        "division, SEO,       HEAD,     HEAD for head",
        "division, MARKETING, HEAD,     HEAD",
        "deputy,   MARKETING, HEAD,     HEAD for division",
        "deputy,   SEO,       HEAD,     ''",
        "division, SEO,       APPROVER, APPROVER",
        "deputy,   SEO,       APPROVER, 'APPROVER for division, APPROVER for cfo'",
        "deputy,   COMPANY,   APPROVER, APPROVER for cfo",
        "head,     SEO,       APPROVER, ''",
        "cfo,      SEO,       HEAD,     ''"
    })
    void mandate_isOnesOwn_orOfEveryoneWhoHasIt(String login, String unit, Role role, String expected) {
        assertThat(mandates(DAY, login, unit, role)).isEqualTo(expected);
    }

    @Test
    void ownRight_comesBeforeThatOfAnother() {
        assertThat(mandates(DAY, "division", "SEO", Role.HEAD, Role.APPROVER)).isEqualTo("APPROVER, HEAD for head");
        assertThat(mandates(DAY, "head", "SEO", Role.AUTHOR, Role.HEAD)).isEqualTo("AUTHOR, HEAD");
    }

    @Test
    void mandateOfAnother_endsWithItsDays() {
        assertThat(mandates(DAY.plusDays(1), "deputy", "SEO", Role.APPROVER)).isEmpty();
        assertThat(staff(DAY).delegates(Set.of("division"), Role.APPROVER, "SEO"))
                .containsExactly("deputy");
    }
}
