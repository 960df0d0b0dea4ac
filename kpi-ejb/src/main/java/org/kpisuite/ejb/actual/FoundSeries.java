package org.kpisuite.ejb.actual;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kpisuite.domain.actual.FactSeries;
import org.kpisuite.domain.catalogue.Dimensions;

/**
 * A series that exists and belongs to one that is asked for: the same, or a part that may be added up to it.
 *
 * @param place of the series asked for, in the query
 */
record FoundSeries(int place, String unit, String measure, String dims, String grain) {
    private static final String STORED = """
            select distinct s.unit, s.measure, s.dims, s.grain
            from unnest(cast(? as varchar(64) array)) as u(unit)
            join fact_series s
                on s.unit = u.unit
            where s.scenario = ?
                and s.measure in (select w.measure from unnest(cast(? as varchar(64) array)) as w(measure))
            """;

    /** All there are for a query. */
    static List<FoundSeries> of(Connection connection, FactQuery query, List<FactSeries> series) throws SQLException {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int place = 0; place < series.size(); place++) {
            places.computeIfAbsent(series.get(place).measure(), m -> new ArrayList<>(1))
                    .add(place);
        }
        List<FoundSeries> found = new ArrayList<>();
        Sql.all(
                connection,
                STORED,
                row -> {
                    String measure = row.getString(2);
                    String dims = row.getString(3);
                    for (int place : places.getOrDefault(measure, List.of())) {
                        if (belongs(dims, series.get(place))) {
                            found.add(new FoundSeries(place, row.getString(1), measure, dims, row.getString(4)));
                        }
                    }
                },
                query.units().toArray(String[]::new),
                query.scenario().name(),
                places.keySet().toArray(String[]::new));
        return found;
    }

    private static boolean belongs(String dims, FactSeries wanted) {
        return dims.equals(wanted.dims()) || (wanted.adds() && Dimensions.isWithin(dims, wanted.dims()));
    }

    boolean isDaily() {
        return grain.equals(Grain.D.name());
    }

    /** Whether its days are in the months of the series asked for: of what does not add up, and of mere parts of parts, not. */
    boolean isInMonths(FactSeries wanted) {
        return isDaily()
                && wanted.adds()
                && (wanted.dims().isEmpty() || wanted.dims().equals(dims));
    }
}
