package org.kpisuite.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.failure.Refusal;

class FormulaTest {
    private static Formula name(String code) {
        return new Formula.Reference(code, Map.of());
    }

    private static Formula binary(Formula left, char operator, Formula right) {
        return new Formula.Binary(operator, left, right);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A+B*C             | A + B * C",
                "(A+B)*C           | (A + B) * C",
                "A-(B-C)           | A - (B - C)",
                "(A-B)-C           | A - B - C",
                "A/(B/C)           | A / (B / C)",
                "A/B/C             | A / B / C",
                "A*(B/C)           | A * (B / C)",
                "((A))             | A",
                "A × B ÷ C − D     | A * B / C - D",
                "min(A,B+1)/C      | min(A, B + 1) / C",
                "100.50*A          | 100.5 * A",
                "A - B + C         | A - B + C",
                "A - (B + C)       | A - (B + C)"
            })
    void formula_isPrintedWithTheParenthesesItNeeds_andNoOthers(String text, String printed) {
        assertThat(Formula.parse(text)).hasToString(printed);
        assertThat(Formula.parse(printed)).isEqualTo(Formula.parse(text));
    }

    @Test
    void productsBindStronger_andEqualsBindFromTheLeft() {
        assertThat(Formula.parse("A - B - C * D"))
                .isEqualTo(binary(binary(name("A"), '-', name("B")), '-', binary(name("C"), '*', name("D"))));
        assertThat(Formula.parse("A / B * C")).isEqualTo(binary(binary(name("A"), '/', name("B")), '*', name("C")));
    }

    @Test
    void dimensions_areSorted_whateverTheirOrder() {
        Formula formula = Formula.parse("LEADS[product=\"a b\", channel=\"e-mail, cold\"] / LEADS");
        assertThat(formula).hasToString("LEADS[channel=\"e-mail, cold\", product=\"a b\"] / LEADS");
        assertThat(formula.references())
                .extracting(Formula.Reference::dims)
                .containsExactly("channel=e-mail, cold;product=a b", "");
        assertThat(Formula.parse(formula.toString())).isEqualTo(formula);
    }

    @Test
    void onlyTheTopLevelQuotient_partsNumeratorAndDenominator() {
        assertThat(Formula.parse("(A - B) / B").isQuotient()).isTrue();
        assertThat(Formula.parse("A / B - C").isQuotient()).isFalse();
        assertThat(Formula.parse("A").isQuotient()).isFalse();
    }

    static List<String> unreadable() {
        return List.of(
                "",
                " ",
                "A +",
                "+ A",
                "A B",
                "(A",
                "A)",
                "A // B",
                "min(A)",
                "min(A, B, C)",
                "A[channel]",
                "A[]",
                "A[channel=social]",
                "A[channel=\"social",
                "A[=\"x\"]",
                "1.2.3",
                "1.2.3 * A",
                "5LEADS",
                "A % B",
                "-A",
                "A; drop table actual",
                "${A}",
                "A[\"x\"=\"y\"]",
                "(".repeat(60) + "A" + ")".repeat(60),
                "(".repeat(900) + "A",
                "A+".repeat(600) + "A");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCannotBeRead_isRefused_withTheFormulaAndThePlace(String text) {
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOfSatisfying(KpiException.class, e -> {
            assertThat(e.code()).isEqualTo(Code.E_FORMULA);
            String told = text.substring(0, Math.min(text.length(), Refusal.ARGUMENT_LENGTH_MAX - 1));
            assertThat(e.refusals().get(0).arguments()).first().asString().startsWith(told);
            assertThat(e.message(Messages.EN)).startsWith("Formula " + told);
            assertThat(e.message(Messages.RU)).startsWith("Формула " + told).containsPattern("не чит|обрыв|длинн|влож");
        });
    }

    @Test
    void formulaThatFitsOnlyUnspaced_isRefused_becauseItCouldNotBeReadBack() {
        String text = "A+".repeat(400) + "A";
        assertThat(text).hasSizeLessThan(FormulaParser.LENGTH_MAX);
        assertThatThrownBy(() -> Formula.parse(text)).isInstanceOf(KpiException.class);
    }

    @Provide
    Arbitrary<Formula> formulas() {
        return formulas(4);
    }

    private static Arbitrary<Formula> formulas(int depth) {
        Arbitrary<Formula> names =
                Arbitraries.of("LEADS", "MKT_COST", "A1", "min").map(FormulaTest::name);
        Arbitrary<Formula> byChannel = Arbitraries.strings()
                .withChars("abcя =,[]()+-")
                .ofMaxLength(6)
                .map(v -> new Formula.Reference("LEADS", Map.of("channel", v, "product", "p")));
        Arbitrary<Formula> constants = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(1000))
                .ofScale(2)
                .map(Formula.Constant::new);
        Arbitrary<Formula> atoms = Arbitraries.oneOf(names, byChannel, constants);
        if (depth == 0) {
            return atoms;
        }
        Arbitrary<Formula> inner = formulas(depth - 1);
        Arbitrary<Formula> binaries = Combinators.combine(Arbitraries.of('+', '-', '*', '/'), inner, inner)
                .as((operator, left, right) -> binary(left, operator, right));
        Arbitrary<Formula> minima = Combinators.combine(inner, inner).as(Formula.Minimum::new);
        return Arbitraries.oneOf(atoms, binaries, minima);
    }

    @Property(tries = 500)
    void printedFormula_readsBack(@ForAll("formulas") Formula formula) {
        String printed = formula.toString();
        if (printed.length() <= FormulaParser.LENGTH_MAX) {
            assertThat(Formula.parse(printed)).isEqualTo(formula);
        }
    }
}
