package org.kpisuite.domain.actual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.failure.Severity;

/**
 * What was found while a file was read: all is counted, the first of it is kept.
 *
 * <p>Where not all can be kept, what is said of the whole file goes first, then errors, so that a flood of warnings hides no
 * error.
 */
public final class Findings {
    public static final int KEPT_MAX = 1_000;

    private final List<Refusal> ofFile = new ArrayList<>();
    private final List<Refusal> errors = new ArrayList<>();
    private final List<Refusal> others = new ArrayList<>();
    private final boolean keeps;
    private @Nullable Consumer<Refusal> listener;
    private @Nullable Intake read;
    private final Set<String> forbiddenUnits = new TreeSet<>();
    private long errorCount;
    private long otherCount;

    public Findings() {
        this(true, null);
    }

    private Findings(boolean keeps, @Nullable Consumer<Refusal> listener) {
        this.keeps = keeps;
        this.listener = listener;
    }

    /** Findings that are told one by one and not kept: for whoever wants all of them, however many. */
    public static Findings toldTo(Consumer<Refusal> listener) {
        return new Findings(false, listener);
    }

    /** From now on each is told, too, whether it is kept or not. */
    public void tell(Consumer<Refusal> to) {
        listener = to;
    }

    /**
     * All records were read by that intake: what is found from now on is about facts, and names the columns of facts. It is
     * told in the words of the file.
     */
    public void ofFacts(Intake intake) {
        read = intake;
    }

    public void add(Refusal found) {
        Refusal refusal = inWordsOfTheFile(found);
        if (found.code() == Code.E_UNIT_FORBIDDEN) {
            forbiddenUnits.add(found.arguments().get(0));
        }
        if (listener != null) {
            listener.accept(refusal);
        }
        boolean error = refusal.severity() == Severity.ERROR;
        if (error) {
            errorCount++;
        } else {
            otherCount++;
        }
        if (refusal.row() == null) {
            keep(ofFile, refusal);
        } else {
            keep(error ? errors : others, refusal);
        }
    }

    private Refusal inWordsOfTheFile(Refusal found) {
        Optional<IntakeColumn> column = Arrays.stream(IntakeColumn.values())
                .filter(c -> read != null && c.header().equals(found.column()))
                .findFirst();
        return column.map(c -> found.inColumn(read.named(c).orElse(null), found.value()))
                .orElse(found);
    }

    private void keep(List<Refusal> list, Refusal refusal) {
        if (keeps && list.size() < KEPT_MAX) {
            list.add(refusal);
        }
    }

    public boolean hasErrors() {
        return errorCount > 0;
    }

    public long errors() {
        return errorCount;
    }

    public long total() {
        return errorCount + otherCount;
    }

    /** Units of others that rows are about, all of them: whoever may not see these may not see the file. */
    public Set<String> forbiddenUnits() {
        return Collections.unmodifiableSet(forbiddenUnits);
    }

    /** At most {@link #KEPT_MAX} of them, by row; those about the whole file first. */
    public List<Refusal> kept() {
        return Stream.of(ofFile, errors, others)
                .flatMap(List::stream)
                .limit(KEPT_MAX)
                .sorted(Comparator.comparing(Refusal::row, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }
}
