package org.kpisuite.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.quantity.LocalizedText;

class OrgTreeTest {
    private final OrgTree tree = new OrgTree(
            List.of(
                    unit("SEO", "MARKETING", null),
                    unit("COMPANY", null, null),
                    unit("MARKETING", "COMPANY", "EUR"),
                    unit("SALES", "COMPANY", null),
                    unit("ADS", "MARKETING", "USD")),
            "RUB");

    private static OrgUnit unit(String code, @Nullable String parent, @Nullable String currency) {
        return new OrgUnit(code, new LocalizedText(code, code), parent, currency);
    }

    private static void assertRefused(Runnable action, Code code) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(KpiException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    @Test
    void subtree_isTheUnitAndAllBelow_inWhateverOrderTheyCame() {
        assertThat(tree.subtree("COMPANY"))
                .startsWith("COMPANY")
                .containsExactlyInAnyOrder("COMPANY", "MARKETING", "SALES", "SEO", "ADS");
        assertThat(tree.subtree("MARKETING")).containsExactlyInAnyOrder("MARKETING", "SEO", "ADS");
        assertThat(tree.subtree("SEO")).containsExactly("SEO");
    }

    @Test
    void path_leadsToTheRoot() {
        assertThat(tree.path("SEO")).extracting(OrgUnit::code).containsExactly("SEO", "MARKETING", "COMPANY");
        assertThat(tree.root("SEO").code()).isEqualTo("COMPANY");
    }

    @ParameterizedTest
    @CsvSource({"COMPANY, RUB", "SALES, RUB", "MARKETING, EUR", "SEO, EUR", "ADS, USD"})
    void currency_isThatOfTheNearestUnitAboveThatNamesOne(String unit, String currency) {
        assertThat(tree.currency(unit)).isEqualTo(currency);
    }

    @Test
    void unknownUnit_isNotFound() {
        assertRefused(() -> tree.get("NOWHERE"), Code.E_NOT_FOUND);
        assertRefused(() -> tree.checkParent("SEO", "NOWHERE"), Code.E_NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MARKETING", "SEO", "ADS"})
    void unitBelowItself_isRefused(String parent) {
        assertRefused(() -> tree.checkParent("MARKETING", parent), Code.E_FIELD_VALUE);
    }

    @Test
    void unitBelowAnother_isAccepted() {
        tree.checkParent("MARKETING", "SALES");
        tree.checkParent("NEW", "SEO");
    }

    @Test
    void treeDeeperThanItsLimit_isRefused_alsoByWhatHangsBelowTheMovedUnit() {
        List<OrgUnit> chain = IntStream.range(0, OrgTree.DEPTH_MAX)
                .mapToObj(i -> unit("U" + i, i == 0 ? null : "U" + (i - 1), null))
                .toList();
        OrgTree deep = new OrgTree(
                Stream.concat(chain.stream(), Stream.of(unit("A", null, null), unit("B", "A", null)))
                        .toList(),
                "RUB");
        String lowest = "U" + (OrgTree.DEPTH_MAX - 1);
        assertRefused(() -> deep.checkParent("A", lowest), Code.E_LIMIT);
        deep.checkParent("B", "U" + (OrgTree.DEPTH_MAX - 2));
        assertRefused(() -> deep.checkParent("A", "U" + (OrgTree.DEPTH_MAX - 2)), Code.E_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "marketing", "-A", "A B", "ОТДЕЛ", "A;B"})
    void codeThatCannotBeOne_isRefused(String code) {
        assertRefused(() -> unit(code, null, null), Code.E_FIELD_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rub", "RUBL", "₽"})
    void currencyThatCannotBeOne_isRefused(String currency) {
        assertRefused(() -> unit("A", null, currency), Code.E_FIELD_VALUE);
    }
}
