package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.Intake;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Each export that the product reads out of the box becomes exactly the facts that stand in it. */
class ShippedProfilesTest {
    @TempDir
    private Path folder;

    private final Findings findings = new Findings();
    private final List<FactRow> facts = new ArrayList<>();

    private static byte[] shipped(String sample) {
        try (InputStream in = ShippedProfilesTest.class.getResourceAsStream("profiles/samples/" + sample)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(sample, e);
        }
    }

    private void read(String code, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("sample"), bytes);
        ImportProfile profile =
                ProfileDocument.read(code, ShippedProfiles.document(code).orElseThrow());
        profile = profile.form().asksUnit() ? profile.ofUnit("MARKETING") : profile;
        SampleCodes codes =
                new SampleCodes(Set.of("SALES", "MARKETING", "CDNOW"), code.equals("cdnow") ? "USD" : "RUB");
        Intake intake = FileIntake.read(file, profile, context(codes, profile), findings, facts::add)
                .intake();
        assertThat(findings.kept())
                .as(code)
                .filteredOn(f -> f.code() != Code.W_EMPTY && f.code() != Code.W_COL_UNKNOWN)
                .isEmpty();
        assertThat(intake).isNotNull();
    }

    private static IntakeContext context(SampleCodes codes, ImportProfile profile) {
        return new IntakeContext(
                codes, profile.rules(), Instant.parse("2026-10-20T09:00:00Z"), ZoneId.of("Europe/Moscow"));
    }

    /** Sum of the facts and their number, by measure. */
    private String totals() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, Integer> counts = new TreeMap<>();
        for (FactRow fact : facts) {
            sums.merge(fact.measure(), fact.value(), BigDecimal::add);
            counts.merge(fact.measure(), 1, Integer::sum);
        }
        return sums.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().toPlainString() + "/" + counts.get(e.getKey()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            amocrm-deals | amocrm-deals.csv | DEALS_WON_COHORT=13/18 LEADS=30/18 ORDERS=13/12 PIPELINE_NEW=1347000/18 REVENUE=628000/12
            amocrm-deals | amocrm-deals.ru.csv | DEALS_WON_COHORT=13/18 LEADS=30/18 ORDERS=13/12 PIPELINE_NEW=1347000/18 REVENUE=628000/12
            bitrix24-deals | bitrix24-deals.csv | DEALS_WON_COHORT=11/19 LEADS=30/19 ORDERS=11/11 PIPELINE_NEW=1376000.00/19 REVENUE=525000.00/11
            bitrix24-deals | bitrix24-deals.ru.csv | DEALS_WON_COHORT=11/19 LEADS=30/19 ORDERS=11/11 PIPELINE_NEW=1376000.00/19 REVENUE=525000.00/11
            brand-lift | brand-lift.csv | BL_CTL_N=2428/2 BL_CTL_POS=607/2 BL_EXP_N=2281/2 BL_EXP_POS=690/2
            brand-lift | brand-lift.ru.csv | BL_CTL_N=2428/2 BL_CTL_POS=607/2 BL_EXP_N=2281/2 BL_EXP_POS=690/2
            cdnow | cdnow.csv | BUYERS=5/3 ORDERS=4/2 REVENUE=114.04/2 UNITS_SOLD=8/2
            crm-leads | crm-leads.csv | DEALS_WON_COHORT=10/28 LEADS=40/28 QUAL_LEADS=19/18
            crm-leads | crm-leads.ru.csv | DEALS_WON_COHORT=10/28 LEADS=40/28 QUAL_LEADS=19/18
            google-ads | google-ads.csv | AD_SPEND=35459.50/9 CLICKS=3515/9 IMPRESSIONS=82331/9
            google-ads-ru | google-ads-ru.csv | AD_SPEND=11896.06/6 CLICKS=3108/6 IMPRESSIONS=73972/6
            google-analytics-4 | google-analytics-4.csv | SESSIONS=6080/15 USERS=5869/15
            google-analytics-4 | google-analytics-4.ru.csv | SESSIONS=6080/15 USERS=5869/15
            google-analytics-4-users | google-analytics-4-users.csv | SESSIONS=8521/7 USERS=7535/7
            google-analytics-4-users | google-analytics-4-users.ru.csv | SESSIONS=8521/7 USERS=7535/7
            ledger | ledger.csv | AD_SPEND=6189.65/4 COGS=22778.57/4 MKT_COST=7608.25/4 OPEX=2991.07/4 REVENUE=45343.65/4 SALES_COST=3381.77/4
            ledger-1c | ledger-1c.csv | AD_SPEND=4371.35/4 COGS=34356.60/4 MKT_COST=5670.44/4 OPEX=2982.27/4 REVENUE=57261.00/4 SALES_COST=3393.01/4
            mailchimp | mailchimp.csv | EMAIL_CLICKS=1396/6 EMAIL_DELIVERED=26383/6 EMAIL_OPENS=6726/6 EMAIL_UCLICKS=1142/6
            months | months.csv | LEADS=3634/3 MKT_COST=4155200.75/3 ORDERS=450/2
            months | months.ru.csv | LEADS=3634/3 MKT_COST=4155200.75/3 ORDERS=450/2
            nps-answers | nps-answers.csv | NPS_DETR=11/3 NPS_PASS=9/3 NPS_PROM=9/3
            nps-answers | nps-answers.ru.csv | NPS_DETR=11/3 NPS_PASS=9/3 NPS_PROM=9/3
            social-page | social-page.csv | FOLLOWERS=84254/7 REACH=12668/7
            social-page | social-page.ru.csv | FOLLOWERS=84254/7 REACH=12668/7
            social-posts | social-posts.csv | INTERACTIONS=533/4 POSTS=8/4
            social-posts-ru | social-posts-ru.csv | INTERACTIONS=579/4 POSTS=8/4
            unisender | unisender.csv | EMAIL_CLICKS=597/5 EMAIL_DELIVERED=11179/5 EMAIL_OPENS=2976/5 EMAIL_UCLICKS=541/5
            yandex-direct | yandex-direct.csv | AD_SPEND=10242.36/6 CLICKS=828/6 IMPRESSIONS=18003/6
            yandex-metrica | yandex-metrica.csv | SESSIONS=3988/12 USERS=3867/12
            yandex-metrica | yandex-metrica.ru.csv | SESSIONS=3988/12 USERS=3867/12
            """)
    void export_becomesTheFactsThatStandInIt(String code, String sample, String expected) throws IOException {
        read(code, shipped(sample));
        assertThat(totals()).isEqualTo(expected);
        facts.clear();
        read(code, workbook(code, sample));
        assertThat(totals().replaceAll("(\\.\\d*?)0+\\b", "$1"))
                .as("as a workbook")
                .isEqualTo(expected.replaceAll("(\\.\\d*?)0+\\b", "$1"));
    }

    private static byte[] workbook(String code, String sample) throws IOException {
        ImportProfile profile =
                ProfileDocument.read(code, ShippedProfiles.document(code).orElseThrow());
        return SampleWorkbook.of(
                shipped(sample), profile.layout(), profile.rules().numbers());
    }

    /** Of one measure: period, dimensions and value of each fact. */
    private List<String> of(String measure) {
        return facts.stream()
                .filter(f -> f.measure().equals(measure))
                .map(f -> f.unit() + " " + f.period() + " " + f.dims() + " " + f.source() + " "
                        + f.value().toPlainString())
                .toList();
    }

    private static byte[] text(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void sessions_areAddedByChannel_usersKeptBySource() throws IOException {
        read(
                "google-analytics-4",
                text(
                        "# comment",
                        "# one more, of any length",
                        "Date,Session source / medium,Sessions,Total users",
                        ",,60,55,Grand total",
                        "20260901,google / organic,10,9",
                        "20260901,bing / organic,20,18",
                        "20260901,yandex / cpc,30,28"));
        assertThat(of("SESSIONS"))
                .containsExactly(
                        "MARKETING 2026-09-01 channel=organic WEB 30", "MARKETING 2026-09-01 channel=paid WEB 30");
        assertThat(of("USERS"))
                .containsExactly(
                        "MARKETING 2026-09-01 campaign=google / organic;channel=organic WEB 9",
                        "MARKETING 2026-09-01 campaign=bing / organic;channel=organic WEB 18",
                        "MARKETING 2026-09-01 campaign=yandex / cpc;channel=paid WEB 28");
    }

    @Test
    void wonDeal_belongsToTheDayItsLeadCame_qualificationToItsOwn() throws IOException {
        read(
                "crm-leads",
                text(
                        "Lead ID,Created,Status,Qualified,utm_source,utm_medium",
                        "1,2026-09-01 10:00,Won,2026-09-05 11:00,vk,social",
                        "2,2026-09-02 10:00,Lost,,vk,social",
                        "3,02.09.2026,New,,,"));
        assertThat(of("LEADS"))
                .containsExactly(
                        "MARKETING 2026-09-01 channel=social CRM 1",
                        "MARKETING 2026-09-02 channel=social CRM 1",
                        "MARKETING 2026-09-02 channel=direct CRM 1");
        assertThat(of("QUAL_LEADS")).containsExactly("MARKETING 2026-09-05 channel=social CRM 1");
        assertThat(of("DEALS_WON_COHORT"))
                .containsExactly(
                        "MARKETING 2026-09-01 channel=social CRM 1",
                        "MARKETING 2026-09-02 channel=social CRM 0",
                        "MARKETING 2026-09-02 channel=direct CRM 0");
    }

    @Test
    void answersOfADay_areKnownOnAllThreeSides() throws IOException {
        read("nps-answers", text("Timestamp,NPS", "2026-09-01 10:00:00,10", "2026-09-01 10:00:00,9"));
        assertThat(of("NPS_PROM")).containsExactly("MARKETING 2026-09-01  SURVEY 2");
        assertThat(of("NPS_PASS")).containsExactly("MARKETING 2026-09-01  SURVEY 0");
        assertThat(of("NPS_DETR")).containsExactly("MARKETING 2026-09-01  SURVEY 0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nps-answers   | Timestamp,NPS                    | 2026-09-01 10:00:00,11  | E-FIELD-VALUE@NPS
            nps-answers   | Timestamp,NPS                    | 2026-09-01 10:00:00,good | E-NUM-FORMAT@NPS E-FIELD-VALUE@NPS
            nps-answers   | Timestamp,NPS                    | 09-01-2026,9            | E-PERIOD-FORMAT@Timestamp
            social-page   | Date,Reach,Followers             | 2026-09-01,1k,5         | E-NUM-SUFFIX@Reach
            mailchimp     | Send Date,Title                  | x,y                     | E-COL-MISSING@Successful Deliveries E-COL-MISSING@Unique Opens E-COL-MISSING@Unique Clicks E-COL-MISSING@Total Clicks
            yandex-direct | Date;Cost                        | 1;2                     | E-COL-MISSING@null
            """)
    void whatDoesNotFit_isRefusedByItsColumn(String code, String header, String row, String expected)
            throws IOException {
        ImportProfile profile = ProfileDocument.read(
                        code, ShippedProfiles.document(code).orElseThrow())
                .ofUnit("MARKETING");
        Path file = Files.write(folder.resolve("sample"), text(header, row));
        FileIntake.read(file, profile, context(new SampleCodes(), profile), findings, facts::add);
        assertThat(findings.kept().stream()
                        .map(f -> f.code() + "@" + f.column())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        assertThat(facts).isEmpty();
    }

    @Test
    void unitOfAProfileThatAsks_mustBeTold_andOnlyThere() {
        ImportProfile asks = ProfileDocument.read(
                "ledger", ShippedProfiles.document("ledger").orElseThrow());
        ImportProfile says = ProfileDocument.read(
                "months", ShippedProfiles.document("months").orElseThrow());
        assertThatThrownBy(() -> asks.ofUnit(null)).isInstanceOfSatisfying(KpiException.class, e -> assertThat(e.code())
                .isEqualTo(Code.E_FIELD_MISSING));
        assertThatThrownBy(() -> says.ofUnit("MARKETING"))
                .isInstanceOfSatisfying(
                        KpiException.class, e -> assertThat(e.code()).isEqualTo(Code.E_FIELD_VALUE));
        assertThat(says.ofUnit(null)).isEqualTo(says);
        assertThat(asks.ofUnit("MARKETING").form().asksUnit()).isFalse();
    }

    @Test
    void samples_areThoseThatTheGeneratorMakes() {
        ProfileSamples.all()
                .forEach((name, bytes) ->
                        assertThat(Arrays.equals(shipped(name), bytes)).as(name).isTrue());
    }
}
