package org.kpisuite.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class SuiteDataSourceTest {

    private final SuiteDataSource source = new SuiteDataSource();

    @Test
    void withoutUrl_isAFileInTheDataFolder(@TempDir Path folder) throws SQLException {
        source.setDataFolder(folder.toString());
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("H2");
            statement.execute("shutdown");
        }
        assertThat(folder.resolve("kpi.mv.db")).exists();
    }

    @Test
    void relativeDataFolder_isMadeAbsolute_becauseH2RefusesOthers() {
        source.setDataFolder("var/data");
        assertThat(source.getUrl())
                .isEqualTo("jdbc:h2:file:" + Path.of("var/data/kpi").toAbsolutePath() + ";DB_CLOSE_DELAY=-1");
    }

    @Test
    void h2Url_isH2() throws SQLException {
        source.setUrl("jdbc:h2:mem:chosen");
        assertThat(source.unwrap(JdbcDataSource.class).getURL()).isEqualTo("jdbc:h2:mem:chosen");
    }

    @Test
    void postgresqlUrl_isPostgresql_withUserAndPasswordBesideIt() throws SQLException {
        source.setUrl("jdbc:postgresql://db.example/kpi");
        source.setUser("planner");
        source.setPassword("secret");
        PGSimpleDataSource chosen = source.unwrap(PGSimpleDataSource.class);
        assertThat(chosen.getServerNames()).containsExactly("db.example");
        assertThat(chosen.getDatabaseName()).isEqualTo("kpi");
        assertThat(chosen.getUser()).isEqualTo("planner");
        assertThat(chosen.getPassword()).isEqualTo("secret");
    }

    @Test
    void postgresqlUrl_mayCarryTheUserItself() throws SQLException {
        source.setUrl("jdbc:postgresql://db.example/kpi?user=planner");
        assertThat(source.unwrap(PGSimpleDataSource.class).getUser()).isEqualTo("planner");
    }

    @Test
    void anyOtherDatabase_isRefused_withTheNameOfTheSetting() {
        source.setUrl("jdbc:oracle:thin:@db");
        assertThatThrownBy(source::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("KPI_DB_URL")
                .hasMessageContaining("jdbc:oracle:thin:@db");
    }
}
