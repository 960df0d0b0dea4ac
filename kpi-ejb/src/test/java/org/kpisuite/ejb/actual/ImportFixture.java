package org.kpisuite.ejb.actual;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.kpisuite.domain.actual.Codes;
import org.kpisuite.domain.actual.ImportMode;
import org.kpisuite.domain.actual.ImportPolicy;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.calendar.CompanyCalendar;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.ejb.storage.TestDatabase;

/** An empty database and a clock that moves on by a minute with each import; begins at noon of 2026-10-05 UTC. */
final class ImportFixture {
    static final Instant BEGIN = Instant.parse("2026-10-05T12:00:00Z");

    private final DataSource database;
    private final Path folder;
    private String kept = "kept";
    private final UnderWay underWay = new UnderWay();
    private Instant now = BEGIN;
    private Codes codes = new SampleCodes();
    private ImportProfile profile = ImportProfile.standard();
    private CompanyCalendar calendar = CompanyCalendar.STANDARD;
    private ImportPolicy policy = ImportPolicy.RESTATE;
    private ImportMode mode = ImportMode.ATOMIC;
    private boolean dryRun;
    private String idempotencyKey;
    private String unit = "";
    private Long confirms;
    private String person = "anna";
    private ScoreEffects effects = ScoreEffects.NONE;

    ImportFixture(TestDatabase database, Path folder) throws SQLException {
        this.database = database.migrated();
        this.folder = folder;
    }

    ImportFixture knowing(Codes codes) {
        this.codes = codes;
        return this;
    }

    ImportFixture ofUnit(String unit) {
        this.unit = unit;
        return this;
    }

    ImportFixture as(String person) {
        this.person = person;
        return this;
    }

    ImportFixture in(CompanyCalendar calendar) {
        this.calendar = calendar;
        return this;
    }

    ImportFixture by(ImportProfile profile) {
        this.profile = profile;
        return this;
    }

    ImportFixture by(ScoreEffects effects) {
        this.effects = effects;
        return this;
    }

    ImportFixture with(ImportPolicy policy) {
        this.policy = policy;
        return this;
    }

    ImportFixture with(ImportMode mode) {
        this.mode = mode;
        return this;
    }

    ImportFixture dry(boolean dryRun) {
        this.dryRun = dryRun;
        return this;
    }

    /** The next imports name that dry run; null for none. */
    ImportFixture confirming(Long id) {
        this.confirms = id;
        return this;
    }

    ImportFixture keptIn(String kept) {
        this.kept = kept;
        return this;
    }

    ImportFixture keyed(String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
        return this;
    }

    Instant now() {
        return now;
    }

    ImportResult lines(String... lines) throws SQLException, IOException {
        return bytes((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Receives and makes it, as the boundary would for somebody who waits. */
    ImportResult bytes(byte[] content) throws SQLException, IOException {
        ImportProcess process = process();
        return process.make(receive(process, content, false).id(), this::setting);
    }

    /** A process over this database a minute later. */
    ImportProcess process() {
        now = now.plus(Duration.ofMinutes(1));
        return new ImportProcess(database, Clock.fixed(now, ZoneOffset.UTC), files(), underWay);
    }

    ImportProcess.Receipt receive(ImportProcess process, byte[] content, boolean background)
            throws SQLException, IOException {
        ImportOrder order = order();
        try (Upload upload = Upload.receive(new ByteArrayInputStream(content), folder)) {
            return process.receive(order, upload, background);
        }
    }

    ImportOrder order() {
        return new ImportOrder(
                profile.code(), policy, mode, dryRun, "facts.csv", person, idempotencyKey, now, unit, confirms);
    }

    ImportSetting setting(ImportOrder order) {
        return new ImportSetting(
                profile,
                0,
                new IntakeContext(codes, profile.rules(), order.receivedAt(), ZoneId.of("Europe/Moscow"), calendar),
                effects,
                Messages.EN);
    }

    KeptFiles files() {
        return new KeptFiles(folder.resolve(kept));
    }

    UnderWay underWay() {
        return underWay;
    }

    DataSource database() {
        return database;
    }

    Connection connection() throws SQLException {
        return database.getConnection();
    }

    /** Rows of a query, their columns joined by spaces. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = connection()) {
            return Sql.query(connection, sql, row -> {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    Object value = row.getObject(i);
                    text.append(i == 1 ? "" : " ")
                            .append(value instanceof BigDecimal n ? Decimals.plain(n) : String.valueOf(value));
                }
                return text.toString();
            });
        }
    }

    /** Everything stored that an import could change, but the record of imports itself. */
    List<String> stored() throws SQLException {
        List<String> all = new ArrayList<>(rows("select * from actual order by 1, 2, 3, 4, 5, 6, 7"));
        all.addAll(rows("select * from actual_revision order by 1, 2, 3, 4, 5, 6, 7, 8"));
        all.addAll(
                rows(
                        "select unit, scenario, measure, dims, grain, source, changed_at, restated_at from fact_series where changed_at is not null order by 1, 2, 3, 4, 5, 6"));
        all.addAll(rows("select * from actual_month order by 1, 2, 3, 4, 5, 6"));
        return all;
    }
}
