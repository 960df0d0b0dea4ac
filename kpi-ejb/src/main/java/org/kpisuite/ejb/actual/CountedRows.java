package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kpisuite.domain.actual.FactRow;
import org.kpisuite.domain.actual.Findings;
import org.kpisuite.domain.actual.Intake;

/**
 * The rows of a kept file that a fact was made of, where a file is of events: the fact itself names its first alone. Found by
 * reading the file once more as it was read then. Source: domain specification §8.6.
 */
final class CountedRows implements FactSink {
    /** So many of them are named. */
    static final int NAMED_MAX = 1_000;

    private final int first;
    private final String unit;
    private final String measure;
    private final Set<Intake.Total> before = new HashSet<>();
    private final Set<Intake.Total> wanted = new HashSet<>();
    private final List<Integer> rows = new ArrayList<>();
    private int last;
    private long count;

    private CountedRows(int first, String unit, String measure) {
        this.first = first;
        this.unit = unit;
        this.measure = measure;
    }

    /** The rows of the facts of a unit and measure whose first row that is. */
    static ImportRow.Counted of(Path file, ImportSetting setting, int first, String unit, String measure)
            throws IOException {
        CountedRows counted = new CountedRows(first, unit, measure);
        FileIntake.read(file, setting.profile(), setting.context(), new Findings(), counted);
        return new ImportRow.Counted(counted.count, counted.rows);
    }

    @Override
    public void made(Intake intake) {
        intake.tell(this::counted);
    }

    private void counted(Intake.Total total, int row, boolean adds) {
        if (!total.unit().equals(unit) || !total.measure().equals(measure)) {
            return;
        }
        if (row < first) {
            before.add(total);
        } else if (row == first && !before.contains(total)) {
            wanted.add(total);
        }
        if (adds && row > last && wanted.contains(total)) {
            last = row;
            count++;
            if (rows.size() < NAMED_MAX) {
                rows.add(row);
            }
        }
    }

    @Override
    public void take(FactRow fact) {
        // What they add up to is known.
    }
}
