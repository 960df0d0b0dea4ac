package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.actual.EventForm;
import org.kpisuite.domain.actual.EventForm.Aggregate;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.actual.IntakeRules.PercentNotation;
import org.kpisuite.domain.actual.LongForm;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.domain.actual.SnapshotScope;
import org.kpisuite.domain.failure.KpiException;

/** A profile is read strictly: what it says is held, what it should not say is refused by its path. */
class ProfileDocumentTest {
    private static final String NAME = "\"name\":{\"en\":\"a\",\"ru\":\"б\"}";

    private static String refusal(String document) {
        try {
            ProfileDocument.read("p", document);
            return "read";
        } catch (KpiException e) {
            return e.refusals().stream().map(r -> r.code() + "@" + r.column()).collect(Collectors.joining(" "));
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
        assertThat(profile.form()).isEqualTo(LongForm.CONTRACT);
        assertThat(profile.rules().numbers()).isEqualTo(NumberNotation.RU);
        assertThat(profile.rules().percentAs()).isEqualTo(PercentNotation.POINTS);
        assertThat(profile.rules().multiplier()).isEqualByComparingTo("1000");
    }

    @Test
    void layoutOfAFile_isRead() {
        ImportProfile profile = ProfileDocument.read(
                "p",
                "{" + NAME
                        + ",\"quote\":\"'\",\"preambleRows\":3,\"headerRows\":2,\"sheet\":\"Данные\",\"monthDates\":true}");
        assertThat(profile.layout()).isEqualTo(new FileLayout("UTF-8", null, '\'', 3, null, 2, "Данные", true));
        assertThat(ProfileDocument.read("p", "{" + NAME + "}").layout()).isEqualTo(FileLayout.standard());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "preambleRows":-1     | preambleRows
            "preambleRows":1001   | preambleRows
            "preambleRows":"many" | preambleRows
            "headerRows":0        | headerRows
            "headerRows":11       | headerRows
            "headerRows":1.5      | headerRows
            "monthDates":1        | monthDates
            "quote":"`"           | quote
            "quote":""            | quote
            "charset":"klingon"   | charset
            "delimiter":"::"      | delimiter
            """)
    void layoutThatCannotBe_isRefused_byItsField(String field, String path) {
        assertThat(refusal("{" + NAME + "," + field + "}")).isEqualTo("E-FIELD-VALUE@" + path);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "fullSnapshot":true                                                          | E-FIELD-MISSING@scope E-FIELD-MISSING@source
            "fullSnapshot":true,"source":"CRM","scope":{}                                | E-FIELD-MISSING@scope.units E-FIELD-MISSING@scope.measures
            "source":"CRM","scope":{"units":[],"measures":["LEADS"]}                     | E-FIELD-VALUE@scope.units
            "scope":{"units":["A"],"measures":["B"],"from":"2026-02","to":"2026-01"}     | E-FIELD-VALUE@scope.to
            "scope":{"units":["A"],"measures":["B"],"from":"soon"}                       | E-FIELD-VALUE@scope.from
            "scope":{"units":["A"],"measures":["B"],"days":"2026"}                       | E-FIELD-UNKNOWN@scope.days
            "scope":{"units":["A"],"measures":["B"]},"long":{"columns":{"unit":{"ask":true}}} | E-FIELD-VALUE@scope.units
            """)
    void scopeThatCannotBe_isRefused_byItsField(String field, String expected) {
        assertThat(refusal("{" + NAME + "," + field + "}")).isEqualTo(expected);
    }

    @Test
    void scopeOfFullSnapshots_isRead_fromTheFirstToTheLastDayOfItsPeriods() {
        String scope =
                "\"source\":\"CRM\",\"scope\":{\"units\":[\"A\"],\"measures\":[\"B\"],\"from\":\"2026-Q1\",\"to\":\"2026\"}";
        assertThat(ProfileDocument.read("p", "{" + NAME + ",\"fullSnapshot\":true," + scope + "}")
                        .snapshot())
                .isEqualTo(new SnapshotScope(
                        Set.of("A"), Set.of("B"), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)));
        assertThat(ProfileDocument.read("p", "{" + NAME + "," + scope + "}").snapshot())
                .isNull();
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
                ProfileDocument.read("cdnow", ShippedProfiles.document("cdnow").orElseThrow());
        assertThat(((EventForm) profile.form()).measures())
                .extracting(m -> m.measure() + " " + m.aggregate())
                .containsExactly(
                        "REVENUE " + Aggregate.SUM,
                        "UNITS_SOLD " + Aggregate.SUM,
                        "ORDERS " + Aggregate.COUNT,
                        "BUYERS " + Aggregate.COUNT_DISTINCT);
    }

    static List<String> shipped() {
        return ShippedProfiles.CODES;
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedProfile_saysWhatItReads_inBothLanguages(String code) {
        ImportProfile profile =
                ProfileDocument.read(code, ShippedProfiles.document(code).orElseThrow());
        assertThat(List.of(
                        profile.name().en(),
                        profile.name().ru(),
                        profile.about().en(),
                        profile.about().ru()))
                .allSatisfy(text -> assertThat(text).isNotBlank());
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
            {NAME,"events":{"unit":{},"date":{"column":"d"},"measures":[]}} | E-FIELD-VALUE@events.measures E-FIELD-VALUE@events.unit
            {NAME,"events":{"unit":{"code":"U"},"date":{"column":"d","pattern":"HH"},"measures":[{"measure":"M","aggregate":"COUNT","granularities":["DAY"]}]}} | E-FIELD-VALUE@events.date.pattern
            {NAME,"events":{"unit":{"code":"U"},"date":{"column":"d"},"dims":{"colour":"c"},"measures":[{"measure":"M","aggregate":"COUNT","granularities":["DAY"]}]}} | E-FIELD-UNKNOWN@events.dims.colour
            {NAME,"numbers":"DE","multiplier":0,"wide":{"unit":"u","byPeriod":{},"byMeasure":{"period":"p","columns":[{}]}}} | E-FIELD-VALUE@multiplier E-FIELD-VALUE@numbers E-FIELD-VALUE@wide.byPeriod E-FIELD-MISSING@wide.byMeasure.columns[0].column E-FIELD-MISSING@wide.byMeasure.columns[0].measure
            {NAME,"long":{"columns":{"unit":{"ask":false},"value":{}},"dims":{"channel":{"cases":[{"when":[{"column":"c"}],"is":"x"}]}}}} | E-FIELD-VALUE@long.columns.unit E-FIELD-VALUE@long.columns.value E-FIELD-VALUE@long.dims.channel.cases[0].when[0].values
            {NAME,"long":{},"events":{}} | E-FIELD-VALUE@events E-FIELD-MISSING@events.measures E-FIELD-MISSING@events.unit E-FIELD-MISSING@events.date
            {NAME,"skip":{"text":[]}} | E-FIELD-UNKNOWN@skip.text
            {NAME,"events":{"unit":{"code":"U"},"date":{"column":"d"},"measures":[{"measure":"M","aggregate":"SUM","granularities":["DAY"]}]}} | E-FIELD-VALUE@events.measures[0].column
            {NAME,"events":{"unit":{"code":"U"},"date":{"column":"d"},"measures":[{"measure":"M","aggregate":"COUNT","granularities":["HOUR"]}]}} | E-FIELD-VALUE@events.measures[0].granularities
            """)
    void document_isRefusedByItsPath(String document, String expected) {
        assertThat(refusal(document.replace("NAME", NAME))).isEqualTo(expected);
    }
}
