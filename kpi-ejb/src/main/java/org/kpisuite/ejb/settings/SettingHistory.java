package org.kpisuite.ejb.settings;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.WorkingDays;
import org.kpisuite.ejb.storage.Migrations;
import org.kpisuite.reports.look.ReportLook;

/**
 * The settings that numbers or the look of files depend on, through time: recorded at each start that finds them changed, so that a scorecard of
 * an earlier instant is made by those of then. The first that were recorded hold for all time before, too.
 */
@ApplicationScoped
public class SettingHistory {
    /** Numbers do not depend on it, files do. */
    private static final String ADDRESS = "KPI_BASE_URL";

    private static final String ALL = """
            select recorded_at, name, text_value
            from setting_history
            order by recorded_at, name
            """;
    private static final String RECORD = """
            insert into setting_history (recorded_at, name, text_value)
            values (?, ?, ?)
            """;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    private Settings settings;

    private volatile @Nullable NavigableMap<Instant, State> states;

    /** What held from an instant on; no address where it was not recorded yet. */
    private record State(CompanySettings company, Optional<String> address, ReportLook look) {}

    /** For the container's proxy. */
    public SettingHistory() {}

    @Inject
    public SettingHistory(Settings settings) {
        this.settings = settings;
    }

    SettingHistory(DataSource database, Settings settings) {
        this(settings);
        this.database = database;
    }

    /** Writes down what is set otherwise than it was last recorded. */
    void record(Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(RECORD)) {
            NavigableMap<Instant, Map<String, String>> recorded = read(connection);
            Map<String, String> last =
                    recorded.isEmpty() ? Map.of() : recorded.lastEntry().getValue();
            for (Map.Entry<String, String> set : set().entrySet()) {
                if (!set.getValue().equals(last.get(set.getKey()))) {
                    statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                    statement.setString(2, set.getKey());
                    statement.setString(3, set.getValue());
                    statement.executeUpdate();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The settings could not be recorded", e);
        }
        states = null;
    }

    private Map<String, String> set() {
        Map<String, String> set = new HashMap<>();
        CompanySettings.NAMES.forEach(
                name -> set.put(name, settings.variable(name).orElse("")));
        set.put(ADDRESS, settings.baseUrl());
        LookSettings.NAMES.forEach(name -> set.put(name, settings.variable(name).orElse("")));
        set.put(LookSettings.LOGO_PICTURE, LookSettings.text(settings.look().logo()));
        set.put(
                CalendarSettings.HOLIDAY_TABLE,
                String.join("\n", WorkingDays.russia().lines()));
        return set;
    }

    /** Those that were in force right before an instant. */
    public CompanySettings at(Instant instant) {
        return before(instant).company;
    }

    /** How files looked then: an issued one must come out again as it was. Before it was recorded they looked as usual. */
    public ReportLook lookAt(Instant instant) {
        return before(instant).look;
    }

    private State before(Instant instant) {
        NavigableMap<Instant, State> known = known();
        Map.Entry<Instant, State> before = known.lowerEntry(instant);
        return (before == null ? known.firstEntry() : before).getValue();
    }

    /** The address under which people reached the pages then: it stands in files. */
    public String addressAt(Instant instant) {
        NavigableMap<Instant, State> known = known();
        return Stream.concat(known.headMap(instant, false).descendingMap().values().stream(), known.values().stream())
                .flatMap(s -> s.address.stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No address was recorded yet"));
    }

    private NavigableMap<Instant, State> known() {
        NavigableMap<Instant, State> known = states;
        if (known == null) {
            known = states();
            states = known;
        }
        return known;
    }

    private NavigableMap<Instant, State> states() {
        NavigableMap<Instant, State> known = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            read(connection).forEach((at, values) -> known.put(at, state(values)));
        } catch (SQLException e) {
            throw new IllegalStateException("The settings of earlier times could not be read", e);
        }
        if (known.isEmpty()) {
            throw new IllegalStateException("No settings were recorded yet");
        }
        return known;
    }

    private static State state(Map<String, String> values) {
        Function<String, Optional<String>> recorded =
                name -> Optional.ofNullable(values.get(name)).filter(v -> !v.isEmpty());
        return new State(
                CompanySettings.of(recorded),
                Optional.ofNullable(values.get(ADDRESS)),
                LookSettings.recorded(recorded));
    }

    /** All values that held from each instant at which any was recorded. */
    private static NavigableMap<Instant, Map<String, String>> read(Connection connection) throws SQLException {
        NavigableMap<Instant, Map<String, String>> recorded = new TreeMap<>();
        Map<String, String> current = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ALL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                current.put(row.getString("name"), row.getString("text_value"));
                recorded.put(row.getObject("recorded_at", OffsetDateTime.class).toInstant(), new HashMap<>(current));
            }
        }
        return recorded;
    }
}
