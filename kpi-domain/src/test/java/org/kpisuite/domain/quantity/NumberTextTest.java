package org.kpisuite.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Messages;

class NumberTextTest {
    private final NumberText en = NumberText.of(Messages.EN);
    private final NumberText ru = NumberText.of(Messages.RU);

    /** In the tables below {@code ~} is a no-break space and {@code −} is U+2212. */
    private static String spaced(String expected) {
        return expected.replace('~', '\u00A0').replace('−', '\u2212');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0             | 0              | 0",
                "12            | 12             | 12",
                "999           | 999            | 999",
                "1000          | 1,000          | 1~000",
                "1234567.80    | 1,234,567.80   | 1~234~567,80",
                "-1234.5       | −1,234.5       | −1~234,5",
                "1E+3          | 1,000          | 1~000",
                "100000        | 100,000        | 100~000",
                "0.00          | 0.00           | 0,00"
            })
    void number_isGroupedAndPointedAsItsLanguageDoes(BigDecimal number, String english, String russian) {
        assertThat(en.plain(number)).isEqualTo(spaced(english));
        assertThat(ru.plain(number)).isEqualTo(spaced(russian));
    }

    @ParameterizedTest
    @CsvSource({"0.04, 0.0", "-0.04, 0.0", "-0.05, −0.1", "0.05, +0.1", "0, 0.0"})
    void valueThatRoundsToZero_losesItsSign(BigDecimal value, String expected) {
        assertThat(en.variance(value, new Rounding(0, 1))).isEqualTo(spaced(expected));
    }

    @Test
    void halves_roundUp() {
        assertThat(en.value(new BigDecimal("2.675"), new Rounding(0, 2))).isEqualTo("2.68");
    }

    @ParameterizedTest
    @CsvSource({
        "0.5,     +50.0,  '+50,0'",
        "-0.0909, −9.1,   '−9,1'",
        "-0.0001, 0.0,    '0,0'",
        "9.99,    +999.0, '+999,0'",
        "9.9901,  >+999,  '>+999'",
        "21,      >+999,  '>+999'",
        "-21,     <−999,  '<−999'"
    })
    void relativeChange_hasASign_oneDecimal_andALimit(BigDecimal fraction, String english, String russian) {
        assertThat(en.relative(fraction)).isEqualTo(spaced(english));
        assertThat(ru.relative(fraction)).isEqualTo(spaced(russian));
    }

    @Test
    void percentSign_isSetOffInRussianOnly() {
        assertThat(en.percent(new BigDecimal("95.4"))).isEqualTo("95%");
        assertThat(ru.percent(new BigDecimal("95.4"))).isEqualTo("95\u00A0%");
    }

    @Test
    void otherLanguages_readEnglish() {
        assertThat(NumberText.of(Locale.GERMANY).plain(new BigDecimal("1234.5")))
                .isEqualTo("1,234.5");
        assertThat(NumberText.of(Locale.forLanguageTag("ru-RU")).plain(new BigDecimal("0.5")))
                .isEqualTo("0,5");
    }

    @Property
    void printedNumber_readsBack(@ForAll @BigRange(min = "-1e18", max = "1e18") @Scale(4) BigDecimal number) {
        String russian =
                ru.plain(number).replace("\u00A0", "").replace('\u2212', '-').replace(',', '.');
        String english = en.plain(number).replace(",", "").replace('\u2212', '-');
        assertThat(new BigDecimal(russian)).isEqualByComparingTo(number);
        assertThat(english).isEqualTo(russian);
        assertThat(en.plain(number)).doesNotContain("-");
    }

    @Property
    void noVariance_isEverAMinusZero(@ForAll @BigRange(min = "-1", max = "1") @Scale(6) BigDecimal value) {
        assertThat(en.variance(value, new Rounding(0, 1)))
                .isNotEqualTo("\u22120.0")
                .isNotEqualTo("+0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT,   0, 0,           0,  0",
        "COUNT,   0, 99999,       0,  0",
        "COUNT,   0, 100000,      3,  1",
        "COUNT,   0, 1000000,     3,  0",
        "COUNT,   0, 10000000,    6,  1",
        "MONEY,   2, 99999.99,    0,  2",
        "MONEY,   2, 244091.94,   3,  1",
        "MONEY,   0, 1000000000,  6,  0",
        "MONEY,   0, 10000000000, 9,  1",
        "PERCENT, 1, 0.5,         -2, 1",
        "RATIO,   2, 1000000,     0,  2",
        "POINTS,  1, 45,          0,  1"
    })
    void line_isPrintedInThousandsOrMillions_fromItsLargestValue(
            UnitKind unit, int displayScale, BigDecimal largest, int power, int scale) {
        assertThat(Rounding.of(unit, displayScale, largest)).isEqualTo(new Rounding(power, scale));
    }

    @Test
    void percent_isStoredAsFraction_andPrintedTimesHundred() {
        assertThat(ru.value(new BigDecimal("0.125"), Rounding.of(UnitKind.PERCENT, 1, BigDecimal.ONE)))
                .isEqualTo("12,5");
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "0, 5", "-3, 0", "10, 0"})
    void impossibleRounding_isRefused(int power, int scale) {
        assertThatThrownBy(() -> new Rounding(power, scale)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 1, true, true", "1, 2, 0.5, true, false", "49, 100, 0.49, false, false", "3, 3, 1, true, true"})
    void completeness_isUsableFromHalf(long have, long expected, BigDecimal share, boolean usable, boolean full) {
        Completeness completeness = new Completeness(have, expected);
        assertThat(completeness.share()).isEqualByComparingTo(share);
        assertThat(completeness.isUsable()).isEqualTo(usable);
        assertThat(completeness.isFull()).isEqualTo(full);
    }

    @ParameterizedTest
    @CsvSource({
        "0.00, 0",
        "1.50, 1.5",
        "1E+3, 1000",
        "-0.10, -0.1",
        "0E-10, 0",
        "12345678901234567890.1234567890, 12345678901234567890.123456789"
    })
    void numberInData_hasOneText(BigDecimal number, String text) {
        assertThat(Decimals.plain(number)).isEqualTo(text);
    }
}
