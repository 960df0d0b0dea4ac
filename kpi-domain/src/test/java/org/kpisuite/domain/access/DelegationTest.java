package org.kpisuite.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

class DelegationTest {
    private static final Instant NOW = Instant.parse("2026-12-01T09:00:00Z");
    private static final LocalDate FROM = LocalDate.of(2026, 12, 1);

    private static Delegation.Terms terms(String delegate, Role role, LocalDate to, String reason) {
        return new Delegation.Terms("chief", delegate, role, "MARKETING", FROM, to, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "deputy, APPROVER, 2027-01-29, On leave, ",
        "deputy, APPROVER, 2027-01-30, On leave, E_FIELD_VALUE",
        "deputy, APPROVER, 2026-11-30, On leave, E_FIELD_VALUE",
        "chief, APPROVER, 2026-12-05, On leave, E_FIELD_VALUE",
        "deputy, ADMIN, 2026-12-05, On leave, E_FIELD_VALUE",
        "deputy, AUDITOR, 2026-12-05, On leave, E_FIELD_VALUE",
        "deputy, APPROVER, 2026-12-05, ' ', E_REASON_MISSING"
    })
    void terms_areDated_scoped_andForSomebodyElse(String delegate, Role role, LocalDate to, String reason, Code code) {
        KpiException refusal = catchThrowableOfType(KpiException.class, () -> terms(delegate, role, to, reason));
        assertThat(refusal == null ? null : refusal.code()).isEqualTo(code);
    }

    @Test
    void delegation_isInForceOnItsDays_untilItIsRevoked() {
        LocalDate to = FROM.plusDays(4);
        Delegation delegation = new Delegation(terms("deputy", Role.APPROVER, to, "On leave"), "chief", NOW);
        assertThat(delegation.days()).isEqualTo(5);
        assertThat(delegation.isInForce(FROM.minusDays(1))).isFalse();
        assertThat(delegation.isInForce(FROM)).isTrue();
        assertThat(delegation.isInForce(to)).isTrue();
        assertThat(delegation.isInForce(to.plusDays(1))).isFalse();
        delegation.revoke("chief", NOW);
        delegation.revoke("admin", NOW.plusSeconds(5));
        assertThat(delegation.isInForce(FROM)).isFalse();
        assertThat(delegation.revokedBy()).contains("chief");
        assertThat(delegation.revokedAt()).contains(NOW);
    }
}
