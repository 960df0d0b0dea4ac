package org.kpisuite.ejb.scorecard;

import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.scorecard.Explanation;
import org.kpisuite.ejb.actual.FactRevision;
import org.kpisuite.ejb.actual.StoredFact;
import org.kpisuite.reports.data.ImportMark;

/**
 * Where the actual of a line comes from, down to rows of files.
 *
 * @param imports that brought the rows
 * @param hidden how many rows more there are, of units that the reader may not read
 */
public record Provenance(Explanation explanation, List<Row> rows, List<ImportMark> imports, long hidden) {
    public Provenance {
        rows = List.copyOf(rows);
        imports = List.copyOf(imports);
    }

    /**
     * One delivered row.
     *
     * @param others what sources that do not count say otherwise of the same thing
     * @param revisions all of them, the last one first, where the value was ever changed; else none
     */
    public record Row(StoredFact fact, List<StoredFact> others, List<FactRevision> revisions) {
        public Row {
            others = List.copyOf(others);
            revisions = List.copyOf(revisions);
        }
    }

    /** The import that brought a row; empty where it is not on record. */
    public Optional<ImportMark> origin(Row row) {
        return imports.stream().filter(i -> i.id() == row.fact().importId()).findFirst();
    }
}
