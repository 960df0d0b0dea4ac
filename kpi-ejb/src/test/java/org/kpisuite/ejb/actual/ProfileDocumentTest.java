package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.actual.IntakeRules.PercentNotation;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.domain.failure.KpiException;

/** A profile is read strictly: what it says is held, what it should not say is refused by its path. */
class ProfileDocumentTest {
    private static final String NAME = "\"name\":{\"en\":\"a\",\"ru\":\"б\"}";

    private static String refusal(String document) {
        try {
            ProfileDocument.read("p", document);
            return "read";
        } catch (KpiException e) {
            return e.code() + "@" + e.refusals().get(0).column();
        }
    }

    @Test
    void rulesOfAFile_areRead() {
        ImportProfile profile = ProfileDocument.read(
                "p",
                "{" + NAME
                        + ",\"charset\":\"windows-1251\",\"delimiter\":\";\",\"numbers\":\"RU\",\"percentAs\":\"POINTS\","
                        + "\"multiplier\":1000,\"currency\":\"RUB\",\"source\":\"CRM\"}");
        assertThat(profile.layout().charset()).isEqualTo("windows-1251");
        assertThat(profile.layout().givenDelimiter()).contains(';');
        assertThat(profile.events()).isNull();
        assertThat(profile.rules().numbers()).isEqualTo(NumberNotation.RU);
        assertThat(profile.rules().percentAs()).isEqualTo(PercentNotation.POINTS);
        assertThat(profile.rules().multiplier()).isEqualByComparingTo("1000");
    }

    @Test
    void whatIsNotSaid_isTheStandard() {
        ImportProfile profile = ProfileDocument.read("p", "{" + NAME + "}");
        assertThat(profile.rules()).isEqualTo(IntakeRules.standard());
        assertThat(profile.layout().givenDelimiter()).isEmpty();
    }

    @Test
    void shippedProfile_isRead() {
        ImportProfile profile =
                ProfileDocument.read("cdnow", ImportProfiles.shipped("cdnow").document());
        assertThat(profile.events().measures())
                .extracting(m -> m.measure() + " " + m.aggregate())
                .containsExactly(
                        "REVENUE " + Aggregate.SUM,
                        "UNITS_SOLD " + Aggregate.SUM,
                        "ORDERS " + Aggregate.COUNT,
                        "BUYERS " + Aggregate.COUNT_DISTINCT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            []                                     | E-FIELD-VALUE@document
            {                                      | E-FIELD-VALUE@document
            {}                                     | E-FIELD-MISSING@name
            {NAME,"colour":1}                      | E-FIELD-UNKNOWN@colour
            {"name":{"en":"a"}}                    | E-FIELD-MISSING@name.ru
            {NAME,"code":"q"}                      | E-FIELD-VALUE@code
            {NAME,"charset":"KOI-99"}              | E-FIELD-VALUE@charset
            {NAME,"delimiter":"x"}                 | E-FIELD-VALUE@delimiter
            {NAME,"numbers":"DE"}                  | E-FIELD-VALUE@numbers
            {NAME,"multiplier":"-1"}               | E-FIELD-VALUE@multiplier
            {NAME,"multiplier":"many"}             | E-FIELD-VALUE@multiplier
            {NAME,"events":{"unit":{},"date":{"column":"d"},"measures":[]}} | E-FIELD-VALUE@events.unit
            {NAME,"events":{"unit":{"code":"U"},"date":{"column":"d","pattern":"HH"},"measures":[]}} | E-FIELD-VALUE@events.date.pattern
            {NAME,"events":{"unit":{"code":"U"},"date":{"column":"d"},"dims":{"colour":"c"},"measures":[]}} | E-FIELD-UNKNOWN@events.dims.colour
            {NAME,"events":{"unit":{"code":"U"},"date":{"column":"d"},"measures":[{"measure":"M","aggregate":"SUM","granularities":["DAY"]}]}} | E-FIELD-VALUE@events.measures[0].column
            {NAME,"events":{"unit":{"code":"U"},"date":{"column":"d"},"measures":[{"measure":"M","aggregate":"COUNT","granularities":["HOUR"]}]}} | E-FIELD-VALUE@events.measures[0].granularities
            """)
    void document_isRefusedByItsPath(String document, String expected) {
        assertThat(refusal(document.replace("NAME", NAME))).isEqualTo(expected);
    }
}
