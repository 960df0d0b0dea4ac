package org.kpisuite.ejb.scorecard;

import java.util.List;
import java.util.Set;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.domain.scorecard.SourceCheck;
import org.kpisuite.ejb.actual.StoredFact;

/**
 * An explanation with the delivered rows behind each measure of its actual and of its gate.
 *
 * @param hidden how many rows more there are, of units that the reader may not read
 * @param whole whether all rows were read; above {@link org.kpisuite.ejb.actual.SourceRows#ROWS_MAX} they are cut
 */
public record Trace(Explanation explanation, List<MeasureRows> measures, long hidden, boolean whole) {
    public Trace {
        measures = List.copyOf(measures);
    }

    /** The rows of one measure over the days of its step, and whether they make its value. */
    public record MeasureRows(Explanation.Step measure, List<StoredFact> rows, SourceCheck check) {
        public MeasureRows {
            rows = List.copyOf(rows);
        }
    }

    /** The same without the rows of other units than those. */
    Trace cutTo(Set<String> units) {
        List<MeasureRows> told = measures.stream()
                .map(m -> new MeasureRows(
                        m.measure(),
                        m.rows().stream().filter(r -> units.contains(r.unit())).toList(),
                        m.check()))
                .toList();
        Trace cut = new Trace(explanation, told, 0, whole);
        return new Trace(explanation, told, count() - cut.count(), whole);
    }

    /** How many rows there are. */
    public long count() {
        return measures.stream().flatMap(m -> m.rows().stream()).distinct().count();
    }
}
