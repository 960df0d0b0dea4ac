package org.kpisuite.ejb.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.plan.Plan;
import org.kpisuite.ejb.storage.TestDatabase;
import org.kpisuite.ejb.storage.TestEntities;

/** Plans are read with all that belongs to them by as many statements, however many plans there are. */
class PlanStoreReadsTest {
    private static final Period QUARTER = Period.parse("2026-Q4");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void statementsDoNotGrowWithPlans(TestDatabase database) throws SQLException {
        AtomicInteger statements = new AtomicInteger();
        List<String> units = IntStream.range(0, 30).mapToObj(i -> "UNIT-" + i).toList();
        try (TestEntities entities = new TestEntities(counted(database.migrated(), statements))) {
            entities.inTransaction(em -> {
                units.forEach(unit -> em.persist(new Plan(unit, QUARTER, "anna")));
                return em;
            });
            int few = statementsOf(entities, units.subList(0, 2), statements);
            int many = statementsOf(entities, units, statements);

            assertThat(few).isPositive();
            assertThat(many).isEqualTo(few);
        }
    }

    private static int statementsOf(TestEntities entities, List<String> units, AtomicInteger statements) {
        int before = statements.get();
        List<Plan> read = entities.inTransaction(em -> new PlanStore(em).awaiting(units));
        assertThat(read).extracting(Plan::unit).containsExactlyInAnyOrderElementsOf(units);
        assertThat(read).allSatisfy(p -> assertThat(p.editors()).containsExactly("anna"));
        return statements.get() - before;
    }

    private static DataSource counted(DataSource source, AtomicInteger statements) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    Object result = method.invoke(source, arguments);
                    return result instanceof Connection connection ? counted(connection, statements) : result;
                });
    }

    private static Connection counted(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
