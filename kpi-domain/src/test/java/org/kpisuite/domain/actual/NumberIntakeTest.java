package org.kpisuite.domain.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.failure.Refusal;

/** The table of domain specification §8.3, row by row: what a text is in a Russian file, an English one, and unsaid. */
class NumberIntakeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            1 234,56     | 1234.56            | E-NUM-FORMAT | 1234.56
            1,234.56     | E-NUM-FORMAT       | 1234.56      | 1234.56
            1.234,56     | 1234.56            | E-NUM-FORMAT | 1234.56
            1,234        | 1.234              | 1234         | E-NUM-AMBIGUOUS
            1.234        | E-NUM-AMBIGUOUS    | 1.234        | E-NUM-AMBIGUOUS
            1.2340       | 1.2340 W-NUM-DOT   | 1.2340       | 1.2340
            -1,234       | -1.234             | -1234        | E-NUM-AMBIGUOUS
            0,178        | 0.178              | E-NUM-FORMAT | 0.178
            0.178        | 0.178 W-NUM-DOT    | 0.178        | 0.178
            1234,567     | 1234.567           | E-NUM-FORMAT | 1234.567
            1234.567     | 1234.567 W-NUM-DOT | 1234.567     | 1234.567
            12,5         | 12.5               | E-NUM-FORMAT | 12.5
            12.5         | 12.5 W-NUM-DOT     | 12.5         | 12.5
            −5           | -5                 | -5           | -5
            -5           | -5                 | -5           | -5
            (5)          | -5                 | -5           | -5
            (1 234)      | -1234              | -1234        | -1234
            5-           | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            --5          | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            (-5)         | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            1 23,4       | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            1234 567     | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            ""           | nothing            | nothing      | nothing
            -            | nothing            | nothing      | nothing
            —            | nothing            | nothing      | nothing
            н/д          | nothing            | nothing      | nothing
            n/a          | nothing            | nothing      | nothing
            N/A          | nothing            | nothing      | nothing
            NULL         | nothing            | nothing      | nothing
            #N/A         | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            #ДЕЛ/0!      | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            NaN          | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            ∞            | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            1,5 млн      | E-NUM-SUFFIX       | E-NUM-SUFFIX | E-NUM-SUFFIX
            10k          | E-NUM-SUFFIX       | E-NUM-SUFFIX | E-NUM-SUFFIX
            1 тыс.       | E-NUM-SUFFIX       | E-NUM-SUFFIX | E-NUM-SUFFIX
            1 000 ₽      | 1000 RUB           | 1000 RUB     | 1000 RUB
            1 000 руб.   | 1000 RUB           | 1000 RUB     | 1000 RUB
            $100         | 100 USD            | 100 USD      | 100 USD
            -$100        | -100 USD           | -100 USD     | -100 USD
            ($100)       | -100 USD           | -100 USD     | -100 USD
            12,5%        | 12.5 %             | E-NUM-FORMAT | 12.5 %
            12,5 %       | 12.5 %             | E-NUM-FORMAT | 12.5 %
            5‰           | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            5 п.п.       | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            1e5          | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            1,234,567    | E-NUM-FORMAT       | 1234567      | 1234567
            1.234.567    | 1234567            | E-NUM-FORMAT | 1234567
            1,23,456     | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            1,234.567,8  | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            1 234,567    | 1234.567           | E-NUM-FORMAT | 1234.567
            1 234.5      | 1234.5 W-NUM-DOT   | 1234.5       | 1234.5
            1'234.5      | 1234.5 W-NUM-DOT   | 1234.5       | 1234.5
            1'23         | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            0,178%       | 0.178 %            | E-NUM-FORMAT | 0.178 %
            12,          | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            ,5           | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            007          | 7                  | 7            | 7
            ٣            | E-NUM-FORMAT       | E-NUM-FORMAT | E-NUM-FORMAT
            """)
    void text_meansWhatItsNotationSays(String text, String russian, String english, String unsaid) {
        assertThat(read(NumberNotation.RU, text)).as("RU").isEqualTo(russian);
        assertThat(read(NumberNotation.EN, text)).as("EN").isEqualTo(english);
        assertThat(read(NumberNotation.AUTO, text)).as("AUTO").isEqualTo(unsaid);
    }

    @ParameterizedTest
    @CsvSource({"\u00a0", "\u202f", "\u2009", "' '", "\u2019"})
    void groupsOfThree_mayBePartedByAnySpaceOrApostrophe(String separator) {
        assertThat(read(NumberNotation.AUTO, "12" + separator + "345" + separator + "678"))
                .isEqualTo("12345678");
    }

    @ParameterizedTest
    @CsvSource({"EN, ENGLISH", "RU, GERMAN"})
    void groupedNumber_readsBackAsItself(NumberNotation notation, String locale) {
        Locale printing = locale.equals("ENGLISH") ? Locale.ENGLISH : Locale.GERMAN;
        for (long n = 1; n < 1_000_000_000_000L; n = n * 7 + 3) {
            String text = String.format(printing, "%,.2f", BigDecimal.valueOf(n, 2));
            assertThat(read(notation, text)).isEqualTo(BigDecimal.valueOf(n, 2).toPlainString());
        }
    }

    @Property
    void plainNumber_readsBackAsItself_inEnglish(
            @ForAll @BigRange(min = "-99999999999999999", max = "99999999999999999") @Scale(10) BigDecimal number) {
        Reading<GivenNumber> reading = new NumberIntake(NumberNotation.EN).read(number.toPlainString());
        assertThat(((Reading.Value<GivenNumber>) reading).value().value()).isEqualByComparingTo(number);
    }

    private static String read(NumberNotation notation, String text) {
        Reading<GivenNumber> reading = new NumberIntake(notation).read(text);
        if (reading instanceof Reading.Value<GivenNumber> value) {
            GivenNumber number = value.value();
            StringBuilder told = new StringBuilder(number.value().toPlainString());
            number.currencies().forEach(c -> told.append(' ').append(c));
            told.append(number.percent() ? " %" : "");
            value.warnings().stream().map(Refusal::code).forEach(c -> told.append(' ')
                    .append(c.text()));
            return told.toString();
        }
        return reading instanceof Reading.Refused<GivenNumber> refused
                ? refused.refusal().code().text()
                : "nothing";
    }
}
