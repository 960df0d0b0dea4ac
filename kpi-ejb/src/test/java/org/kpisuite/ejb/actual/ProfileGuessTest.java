package org.kpisuite.ejb.actual;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;

/** A profile is proposed from a sample; it can be kept as it is, and reads the sample. */
class ProfileGuessTest {
    private static final ProfileGuess.Installation INSTALLATION = new ProfileGuess.Installation(
            List.copyOf(Catalogue.shipped().measures()),
            Map.of("MARKETING", List.of("Marketing", "Отдел маркетинга"), "SALES", List.of("Sales", "Продажи")),
            ShippedProfiles.CODES.stream()
                    .map(c ->
                            ProfileDocument.read(c, ShippedProfiles.document(c).orElseThrow()))
                    .toList());

    @TempDir
    private Path folder;

    private SampleFile sample(byte[] bytes) throws IOException {
        return SampleFile.receive(new ByteArrayInputStream(bytes), folder);
    }

    private ProfileGuess.Proposal guess(byte[] bytes) throws IOException {
        try (SampleFile file = sample(bytes)) {
            return ProfileGuess.of(file, INSTALLATION);
        }
    }

    private static byte[] text(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> facts(byte[] bytes, String document) throws IOException {
        ImportProfile written = ProfileDocument.read("p", document);
        ImportProfile profile = written.form().asksUnit() ? written.ofUnit("SALES") : written;
        IntakeContext context = new IntakeContext(
                new SampleCodes(), profile.rules(), Instant.parse("2026-10-20T09:00:00Z"), ZoneId.of("Europe/Moscow"));
        try (SampleFile file = sample(bytes)) {
            ProfilePreview preview = ProfilePreview.of(file, profile, context);
            assertThat(preview.findings())
                    .filteredOn(f -> f.code() != Code.W_COL_UNKNOWN)
                    .isEmpty();
            return preview.facts().stream()
                    .map(f -> f.row() + " " + f.unit() + " " + f.measure() + " " + f.dims() + " " + f.period() + " "
                            + f.value().toPlainString())
                    .toList();
        }
    }

    private static String questions(ProfileGuess.Proposal guess) {
        return guess.questions().stream()
                .map(q -> q.key().substring("guess.".length()))
                .collect(Collectors.joining(" "));
    }

    static List<String> shippedSamples() {
        return List.copyOf(ProfileSamples.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("shippedSamples")
    void shippedExport_isRecognised(String name) throws IOException {
        ProfileGuess.Proposal guess = guess(ProfileSamples.all().get(name));
        assertThat(guess.recognised()).as(name).isNotEmpty();
        assertThat(guess.recognised().get(0)).isEqualTo(name.replaceAll("(\\.ru)?\\.csv$", ""));
    }

    @ParameterizedTest
    @MethodSource("shippedSamples")
    void proposal_canBeKept_whateverTheFile(String name) throws IOException {
        ProfileGuess.Proposal guess = guess(ProfileSamples.all().get(name));
        assertThat(ProfileDocument.read("p", guess.document()).code()).isEqualTo("p");
        assertThat(guess.reasons()).isNotEmpty().allSatisfy(n -> {
            assertThat(n.message(Locale.ENGLISH)).isNotBlank();
            assertThat(n.message(Locale.forLanguageTag("ru"))).isNotEqualTo(n.message(Locale.ENGLISH));
        });
    }

    @Test
    void russianTable_inWindows1251_underAPreamble_isReadAsItStands() throws IOException {
        byte[] file = String.join(
                        "\r\n",
                        "Отчёт за сентябрь;;;",
                        "Отдел;Показатель;Период;Сумма",
                        "Отдел маркетинга;Лиды;01.09.2026;1 120",
                        "Продажи;Заказы;сентябрь 2026;240",
                        "Отдел маркетинга;Затраты на маркетинг;2026-09;1 350 000,50")
                .getBytes(Charset.forName("windows-1251"));
        ProfileGuess.Proposal guess = guess(file);
        assertThat(facts(file, guess.document()))
                .containsExactly(
                        "3 MARKETING LEADS  2026-09-01 1120",
                        "4 SALES ORDERS  2026-09 240",
                        "5 MARKETING MKT_COST  2026-09 1350000.50");
        assertThat(questions(guess)).isEqualTo("source currency.unit");
    }

    @Test
    void columnsThatAreMonths_makeAWideTable() throws IOException {
        byte[] file = text("Measure;Jan 2026;Feb 2026;Mar 2026", "Leads;10;11;12", "Orders;1;2;3", "Total;11;13;15");
        ProfileGuess.Proposal guess = guess(file);
        assertThat(facts(file, guess.document()))
                .containsExactly(
                        "2 SALES LEADS  2026-01 10",
                        "2 SALES LEADS  2026-02 11",
                        "2 SALES LEADS  2026-03 12",
                        "3 SALES ORDERS  2026-01 1",
                        "3 SALES ORDERS  2026-02 2",
                        "3 SALES ORDERS  2026-03 3");
        assertThat(questions(guess)).isEqualTo("unit.ask source currency.unit");
    }

    @Test
    void rowsOfOneDay_areAddedUp_singleOnesAreLines() throws IOException {
        byte[] several = text(
                "Day,Ad,Clicks,Cost", "20260901,a,5,\"1,200.50\"", "20260901,b,7,300.00", "Total,,12,\"1,500.50\"");
        assertThat(facts(several, guess(several).document()))
                .containsExactly("2 SALES CLICKS  2026-09-01 12", "2 SALES AD_SPEND  2026-09-01 1500.50");
        byte[] single = text("Day,Clicks,Cost", "20260901,5,\"1,200.50\"", "20260902,7,300.00");
        assertThat(facts(single, guess(single).document()))
                .containsExactly(
                        "2 SALES CLICKS  2026-09-01 5",
                        "2 SALES AD_SPEND  2026-09-01 1200.50",
                        "3 SALES CLICKS  2026-09-02 7",
                        "3 SALES AD_SPEND  2026-09-02 300.00");
    }

    @Test
    void columnsOfTheContract_needNoProfile() throws IOException {
        byte[] file = text("unit,measure,period,value", "SALES,LEADS,2026-09,5");
        ProfileGuess.Proposal guess = guess(file);
        assertThat(guess.recognised()).isEmpty();
        assertThat(guess.reasons()).extracting(GuessNote::key).contains("guess.contract");
        assertThat(facts(file, guess.document())).containsExactly("2 SALES LEADS  2026-09 5");
    }

    @Test
    void dayAndMonthThatCanBeSwapped_areAsked() throws IOException {
        assertThat(questions(guess(text("Date,Clicks", "01/02/2026,5", "03/04/2026,6"))))
                .contains("date.either");
        assertThat(questions(guess(text("Date,Clicks", "01/02/2026,5", "03/24/2026,6"))))
                .doesNotContain("date.either");
    }

    @Test
    void unitThatNobodyKnows_isAsked_byItsName() throws IOException {
        ProfileGuess.Proposal guess = guess(text("Отдел;Показатель;Период;Значение", "Логистика;LEADS;2026-09;5"));
        assertThat(guess.questions())
                .filteredOn(q -> q.key().equals("guess.unit.unknown"))
                .singleElement()
                .satisfies(q -> assertThat(q.message(Locale.ENGLISH)).isEqualTo("Which unit is Логистика?"));
    }

    @Test
    void longText_isLookedAtToTheEndOfALine() throws IOException {
        String row = "2026-09-01,5\n";
        byte[] file = ("Date,Clicks\n" + row.repeat(SampleFile.TEXT_BYTES_MAX / row.length() + 5))
                .getBytes(StandardCharsets.UTF_8);
        try (SampleFile sample = sample(file)) {
            assertThat(sample.isWhole()).isFalse();
            assertThat(sample.file()).content().endsWith("\n").hasSizeLessThanOrEqualTo(SampleFile.TEXT_BYTES_MAX);
        }
    }

    @Test
    void preview_saysWhatBecomesOfEachRow() throws IOException {
        ImportProfile profile = ProfileDocument.read(
                        "nps-answers", ShippedProfiles.document("nps-answers").orElseThrow())
                .ofUnit("SALES");
        IntakeContext context = new IntakeContext(
                new SampleCodes(), profile.rules(), Instant.parse("2026-10-20T09:00:00Z"), ZoneId.of("Europe/Moscow"));
        try (SampleFile file = sample(
                text("Timestamp,NPS", "2026-09-01 10:00:00,9", "2026-09-01 10:00:00,", "2026-09-01 10:00:00,12"))) {
            ProfilePreview preview = ProfilePreview.of(file, profile, context);
            assertThat(preview.rows())
                    .extracting(r -> r.row() + " " + r.state())
                    .containsExactly("2 READ", "3 SKIPPED", "4 REFUSED");
            assertThat(preview.findings())
                    .extracting(f -> f.row() + f.code().text())
                    .containsExactly("4E-FIELD-VALUE");
            assertThat(preview.factsTotal()).isEqualTo(3);
        }
        try (SampleFile file = sample(text("Date,Mark", "2026-09-01,9"))) {
            ProfilePreview preview = ProfilePreview.of(file, profile, context);
            assertThat(preview.rows()).extracting(r -> r.state()).containsExactly(ProfilePreview.State.UNREAD);
            assertThat(preview.findings()).extracting(f -> f.code().text()).contains("E-COL-MISSING");
        }
    }
}
