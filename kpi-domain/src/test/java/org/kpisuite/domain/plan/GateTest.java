package org.kpisuite.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

class GateTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @Test
    void gate_withoutMore_isZero_atOnce_withFourFifthsMature() {
        Gate gate = Gate.of(
                new GateTerms("DEALS_WON_COHORT", "LEADS", new BigDecimal("0.2"), null, null, null, null), CATALOGUE);
        assertThat(gate.mode()).isEqualTo(GateMode.ZERO);
        assertThat(gate.cap()).isEmpty();
        assertThat(gate.maturityDays()).isZero();
        assertThat(gate.matureShareMin()).isEqualByComparingTo("0.80");
        assertThat(gate).hasToString("DEALS_WON_COHORT / LEADS ≥ 0.2");
    }

    @Test
    void gate_namesIndicators_asWellAsMeasures() {
        Gate gate = Gate.of(
                new GateTerms("COHORT_GP", "CAC_FULL", BigDecimal.valueOf(3), GateMode.SCALE, null, 30, BigDecimal.ONE),
                CATALOGUE);
        assertThat(gate.denominator()).isEqualTo("CAC_FULL");
        assertThat(gate.maturityDays()).isEqualTo(30);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "unknown numerator,   WINS,  LEADS, 0.2,  ZERO, -,    60,  0.8, E_FIELD_VALUE,   gate.numerator",
                "no numerator,        -,     LEADS, 0.2,  ZERO, -,    60,  0.8, E_FIELD_MISSING, gate.numerator",
                "unknown denominator, LEADS, LEEDS, 0.2,  ZERO, -,    60,  0.8, E_FIELD_VALUE,   gate.denominator",
                "no denominator,      LEADS, -,     0.2,  ZERO, -,    60,  0.8, E_FIELD_MISSING, gate.denominator",
                "no threshold,        LEADS, LEADS, -,    ZERO, -,    60,  0.8, E_FIELD_MISSING, gate.threshold",
                "threshold zero,      LEADS, LEADS, 0,    ZERO, -,    60,  0.8, E_FIELD_VALUE,   gate.threshold",
                "threshold below,     LEADS, LEADS, -0.1, ZERO, -,    60,  0.8, E_FIELD_VALUE,   gate.threshold",
                "CAP without cap,     LEADS, LEADS, 0.2,  CAP,  -,    60,  0.8, E_FIELD_MISSING, gate.cap",
                "cap above 100,       LEADS, LEADS, 0.2,  CAP,  100.1,60,  0.8, E_FIELD_VALUE,   gate.cap",
                "cap below 0,         LEADS, LEADS, 0.2,  CAP,  -1,   60,  0.8, E_FIELD_VALUE,   gate.cap",
                "cap without CAP,     LEADS, LEADS, 0.2,  ZERO, 70,   60,  0.8, E_FIELD_VALUE,   gate.cap",
                "maturity below 0,    LEADS, LEADS, 0.2,  ZERO, -,    -1,  0.8, E_FIELD_VALUE,   gate.maturityDays",
                "maturity of years,   LEADS, LEADS, 0.2,  ZERO, -,    731, 0.8, E_FIELD_VALUE,   gate.maturityDays",
                "share above 1,       LEADS, LEADS, 0.2,  ZERO, -,    60,  1.01, E_FIELD_VALUE,  gate.matureShareMin",
                "share below 0,       LEADS, LEADS, 0.2,  ZERO, -,    60,  -0.1, E_FIELD_VALUE,  gate.matureShareMin"
            })
    void gate_thatMakesNoSense_isRefused_byItsField(
            String id,
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable BigDecimal threshold,
            GateMode mode,
            @Nullable BigDecimal cap,
            int days,
            BigDecimal share,
            Code code,
            String field) {
        GateTerms terms = new GateTerms(numerator, denominator, threshold, mode, cap, days, share);
        KpiException refused = catchThrowableOfType(KpiException.class, () -> Gate.of(terms, CATALOGUE));

        assertThat(refused.refusals()).as(id).extracting(Refusal::code).containsExactly(code);
        assertThat(refused.refusals()).extracting(Refusal::column).containsExactly(field);
    }

    @Test
    void everythingWrong_isRefusedAtOnce() {
        GateTerms terms = new GateTerms(null, "NO", BigDecimal.ZERO, GateMode.CAP, null, -1, BigDecimal.TEN);
        List<Refusal> refusals = terms.refusals("items[2].gate.", CATALOGUE);
        assertThat(refusals)
                .extracting(Refusal::column)
                .containsExactly(
                        "items[2].gate.numerator",
                        "items[2].gate.denominator",
                        "items[2].gate.threshold",
                        "items[2].gate.cap",
                        "items[2].gate.maturityDays",
                        "items[2].gate.matureShareMin");
    }
}
