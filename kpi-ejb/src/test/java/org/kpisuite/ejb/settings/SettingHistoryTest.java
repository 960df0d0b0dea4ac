package org.kpisuite.ejb.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Comparisons;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.reports.chart.Palette;
import org.kpisuite.reports.look.PaperSize;
import org.kpisuite.reports.look.ReportLook;

/** Numbers of an earlier instant rest on the settings of then, whatever is set later. */
class SettingHistoryTest {
    private static final Instant FIRST = Instant.parse("2026-09-01T06:00:00Z");
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(60));
    private static final LocalDate UNITY_DAY = LocalDate.of(2026, 11, 4);

    private static SettingHistory started(DataSource database, Instant at, Map<String, String> environment) {
        Settings settings = new Settings((Config) Proxy.newProxyInstance(
                SettingHistoryTest.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (self, method, arguments) -> Optional.ofNullable(environment.get(arguments[0]))));
        SettingHistory history = new SettingHistory(database, settings);
        history.record(at);
        return history;
    }

    private static List<String> rows(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select name from setting_history order by recorded_at, name");
                ResultSet row = statement.executeQuery()) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }

    @ParameterizedTest
    @EnumSource
    void firstSettings_holdForAllTimeBefore_untilOthersAreRecorded(TestDatabase test) throws Exception {
        DataSource database = test.migrated();
        CompanySettings first =
                started(database, FIRST, Map.of("kpi.coverage.min", "70")).at(Instant.EPOCH);
        assertThat(first.rules().score().coverageMin()).isEqualByComparingTo("70");
        SettingHistory later = started(
                database,
                SECOND,
                Map.of(
                        "kpi.holidays",
                        "NONE",
                        "kpi.comparison",
                        "RESTATED",
                        "kpi.zone",
                        "Asia/Omsk",
                        "kpi.currency",
                        "USD"));
        for (Instant then : List.of(Instant.EPOCH, FIRST.plusSeconds(1), SECOND)) {
            CompanySettings known = later.at(then);
            assertThat(known.rules().score().coverageMin()).isEqualByComparingTo("70");
            assertThat(known.rules().comparisons()).isEqualTo(Comparisons.STANDARD);
            assertThat(known.rules().workingDays().isWorked(UNITY_DAY)).isFalse();
            assertThat(known.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
            assertThat(known.currency()).isEqualTo("RUB");
        }
        CompanySettings now = later.at(SECOND.plusSeconds(1));
        assertThat(now.rules().score().coverageMin()).isEqualByComparingTo("60");
        assertThat(now.rules().comparisons()).isEqualTo(Comparisons.RESTATED);
        assertThat(now.rules().workingDays().isWorked(UNITY_DAY)).isTrue();
        assertThat(now.zone()).isEqualTo(ZoneId.of("Asia/Omsk"));
        assertThat(now.currency()).isEqualTo("USD");
    }

    @ParameterizedTest
    @EnumSource
    void startThatFindsThemUnchanged_recordsNothing_andAChange_onlyItself(TestDatabase test) throws Exception {
        DataSource database = test.migrated();
        started(database, FIRST, Map.of());
        List<String> all = rows(database);
        started(database, SECOND, Map.of());
        assertThat(rows(database)).isEqualTo(all).contains("KPI_ZONE", "KPI_HOLIDAYS", "HOLIDAY_TABLE");
        started(database, SECOND, Map.of("kpi.no.compensation", "true"));
        assertThat(rows(database)).hasSize(all.size() + 1).last().isEqualTo("KPI_NO_COMPENSATION");
    }

    @ParameterizedTest
    @EnumSource
    void holidays_areThoseThatTheReleaseOfThenKnew(TestDatabase test) throws Exception {
        DataSource database = test.migrated();
        started(database, FIRST, Map.of());
        try (Connection connection = database.getConnection();
                PreparedStatement before = connection.prepareStatement(
                        "update setting_history set text_value = ? where name = 'HOLIDAY_TABLE'")) {
            before.setString(1, "2025 decree 1335 2024-10-04\n2025 off 05-01");
            before.executeUpdate();
        }
        SettingHistory later = started(database, SECOND, Map.of());
        assertThat(later.at(FIRST).rules().workingDays().isWorked(UNITY_DAY)).isTrue();
        assertThat(later.at(SECOND.plusSeconds(1)).rules().workingDays().lines())
                .isEqualTo(WorkingDays.russia().lines());
    }

    @ParameterizedTest
    @EnumSource
    void address_isThatOfThen_forItStandsInFiles(TestDatabase test) throws Exception {
        DataSource database = test.migrated();
        started(database, FIRST, Map.of("kpi.base.url", "https://old.example.org/"));
        SettingHistory later = started(database, SECOND, Map.of("kpi.base.url", "https://new.example.org"));
        assertThat(later.addressAt(Instant.EPOCH)).isEqualTo("https://old.example.org");
        assertThat(later.addressAt(SECOND)).isEqualTo("https://old.example.org");
        assertThat(later.addressAt(SECOND.plusSeconds(1))).isEqualTo("https://new.example.org");
    }

    @ParameterizedTest
    @EnumSource
    void look_isThatOfThen_theLogoAsItWasInItsFile(TestDatabase test, @TempDir Path folder) throws Exception {
        DataSource database = test.migrated();
        Path logo = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(600, 150, BufferedImage.TYPE_INT_RGB), "png", logo.toFile());
        SettingHistory first =
                started(database, FIRST, Map.of("kpi.logo", logo.toString(), "kpi.colours", "BLUE_ORANGE"));
        ReportLook looked = first.lookAt(SECOND);
        assertThat(looked.palette()).isEqualTo(Palette.BLUE_ORANGE);
        assertThat(looked.logo().width()).isEqualTo(600);
        Files.delete(logo);
        SettingHistory later = started(database, SECOND, Map.of("kpi.paper", "letter"));
        assertThat(later.lookAt(SECOND)).isEqualTo(looked);
        assertThat(later.lookAt(SECOND.plusSeconds(1)))
                .isEqualTo(new ReportLook(Palette.GREEN_RED, null, PaperSize.LETTER, true));
    }
}
