package org.kpisuite.domain.audit;

import java.time.Instant;
import java.util.Optional;
import org.kpisuite.domain.audit.AuditVerdict.Broken;
import org.kpisuite.domain.audit.AuditVerdict.Fault;

/**
 * A walk along the records, one at a time, so that a chain of any length needs no memory: to lengthen it, or to prove it.
 *
 * <p>Source: domain specification §4.4.
 */
public final class AuditChain {
    private AuditHead last;
    private Optional<Broken> broken = Optional.empty();

    private AuditChain(AuditHead last) {
        this.last = last;
    }

    /** A chain that goes on behind its last record. */
    public static AuditChain at(AuditHead head) {
        return new AuditChain(head);
    }

    /** A walk from the first record on. */
    public static AuditChain fromStart() {
        return new AuditChain(AuditHead.START);
    }

    public AuditHead head() {
        return last;
    }

    /** Lengthens the chain by what was done. */
    public AuditRecord add(Instant at, Origin origin, Deed deed) {
        AuditRecord record = AuditRecord.after(last, at, origin, deed);
        last = record.head();
        return record;
    }

    /** Looks at the next record in the order of their numbers; after the first broken one, at nothing. */
    public void verify(AuditRecord record) {
        if (broken.isPresent()) {
            return;
        }
        Optional<Fault> fault = fault(record);
        if (fault.isPresent()) {
            // Of a gap the first number that is missing is told, not the one that was found behind it.
            long seq = fault.get() == Fault.GAP ? last.seq() + 1 : record.seq();
            broken = Optional.of(new Broken(seq, fault.get()));
        } else {
            last = record.head();
        }
    }

    private Optional<Fault> fault(AuditRecord record) {
        if (record.seq() != last.seq() + 1) {
            return Optional.of(Fault.GAP);
        }
        if (!record.hash().equals(record.expectedHash())) {
            return Optional.of(Fault.HASH);
        }
        return record.prevHash().equals(last.hash()) ? Optional.empty() : Optional.of(Fault.LINK);
    }

    /**
     * The verdict after the last record: a chain can be neither cut short nor lengthened but by whoever moves its head.
     *
     * @param before the head as it was before the walk
     * @param after the head as it was after the walk; others may have lengthened the chain meanwhile
     */
    public AuditVerdict verdict(AuditHead before, AuditHead after) {
        if (broken.isEmpty()) {
            broken = endFault(before, after);
        }
        return new AuditVerdict(last.seq(), last, broken);
    }

    private Optional<Broken> endFault(AuditHead before, AuditHead after) {
        if (last.seq() < before.seq()) {
            return Optional.of(new Broken(last.seq() + 1, Fault.GAP));
        }
        if (last.seq() > after.seq()) {
            return Optional.of(new Broken(after.seq() + 1, Fault.HEAD));
        }
        boolean other = (last.seq() == before.seq() && !last.equals(before))
                || (last.seq() == after.seq() && !last.equals(after));
        return other ? Optional.of(new Broken(last.seq(), Fault.HEAD)) : Optional.empty();
    }
}
