package org.kpisuite.ejb.actual;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FactRow;

/**
 * A fact as it waits in staging. In the order of keys, as storage has them; equal keys in the order of the file.
 *
 * @param seq its place among the facts of the file, from 0
 * @param series its number among the series of the file; a series may have several
 * @param amount null where the fact is to be deleted
 */
record StagedFact(
        int seq,
        int row,
        int series,
        String unit,
        String measure,
        String dims,
        String grain,
        String scenario,
        String source,
        LocalDate start,
        @Nullable BigDecimal amount,
        Instant asOf,
        @Nullable String reason)
        implements Comparable<StagedFact> {
    private static final Comparator<StagedFact> KEYS = Comparator.comparing(StagedFact::unit)
            .thenComparing(StagedFact::measure)
            .thenComparing(StagedFact::dims)
            .thenComparing(StagedFact::grain)
            .thenComparing(StagedFact::scenario)
            .thenComparing(StagedFact::source)
            .thenComparing(StagedFact::start);
    private static final Comparator<StagedFact> ORDER = KEYS.thenComparingInt(StagedFact::seq);
    /** The same without a look at the texts. */
    private static final Comparator<StagedFact> IN_SERIES =
            Comparator.comparing(StagedFact::start).thenComparingInt(StagedFact::seq);

    static StagedFact of(int seq, int series, FactRow fact) {
        return new StagedFact(
                seq,
                fact.row(),
                series,
                fact.unit(),
                fact.measure(),
                fact.dims(),
                Grain.code(fact.period()),
                fact.scenario().name(),
                fact.source(),
                fact.period().start(),
                fact.value(),
                fact.asOf(),
                fact.reason());
    }

    /** Whether both say something of the same fact. */
    boolean hasKeyOf(StagedFact other) {
        return KEYS.compare(this, other) == 0;
    }

    /** Whether both are of one series. */
    boolean isBeside(StagedFact other) {
        return series == other.series;
    }

    /** Characters of its longest texts: what it takes up in memory beside what every fact does. */
    int length() {
        return dims.length() + (reason == null ? 0 : reason.length());
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(seq);
        out.writeInt(row);
        out.writeInt(series);
        out.writeUTF(unit);
        out.writeUTF(measure);
        out.writeUTF(dims);
        out.writeUTF(grain);
        out.writeUTF(scenario);
        out.writeUTF(source);
        out.writeLong(start.toEpochDay());
        writeAmount(out);
        out.writeLong(asOf.getEpochSecond());
        out.writeInt(asOf.getNano());
        out.writeBoolean(reason != null);
        if (reason != null) {
            out.writeUTF(reason);
        }
    }

    /** The length of its digits, in bytes, none where there is no amount; then scale and digits. */
    private void writeAmount(DataOutput out) throws IOException {
        byte[] digits = amount == null ? new byte[0] : amount.unscaledValue().toByteArray();
        out.writeByte(digits.length);
        if (amount != null) {
            out.writeInt(amount.scale());
            out.write(digits);
        }
    }

    static StagedFact read(DataInput in) throws IOException {
        return new StagedFact(
                in.readInt(),
                in.readInt(),
                in.readInt(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                in.readUTF(),
                LocalDate.ofEpochDay(in.readLong()),
                readAmount(in),
                Instant.ofEpochSecond(in.readLong(), in.readInt()),
                in.readBoolean() ? in.readUTF() : null);
    }

    private static @Nullable BigDecimal readAmount(DataInput in) throws IOException {
        byte[] digits = new byte[in.readByte()];
        if (digits.length == 0) {
            return null;
        }
        int scale = in.readInt();
        in.readFully(digits);
        return new BigDecimal(new BigInteger(digits), scale);
    }

    @Override
    public int compareTo(StagedFact other) {
        return series == other.series ? IN_SERIES.compare(this, other) : ORDER.compare(this, other);
    }
}
