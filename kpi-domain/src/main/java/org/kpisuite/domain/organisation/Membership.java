package org.kpisuite.domain.organisation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One unit above another, as a row: a {@link Standing} has one for each unit above, a root one without. Append-only. */
@Entity
@Table(name = "org_membership")
public class Membership {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "org_membership_seq")
    @SequenceGenerator(name = "org_membership_seq", sequenceName = "org_membership_seq", allocationSize = 100)
    private long id;

    @Column(name = "unit_code")
    private String unit;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    private int position;

    @Column(name = "parent_code")
    private @Nullable String parent;

    private BigDecimal share;

    @Column(name = "recorded_by")
    private @Nullable String recordedBy;

    protected Membership() {}

    private Membership(Standing standing, int position, @Nullable String parent, BigDecimal share, String person) {
        this.unit = standing.unit();
        this.validFrom = standing.validFrom();
        this.recordedAt = standing.recordedAt();
        this.position = position;
        this.parent = parent;
        this.share = share;
        this.recordedBy = person;
    }

    /** The rows of a standing that somebody recorded. */
    public static List<Membership> of(Standing standing, String person) {
        if (standing.shares().isEmpty()) {
            return List.of(new Membership(standing, 0, null, BigDecimal.ONE, person));
        }
        List<Membership> rows = new ArrayList<>();
        for (ParentShare above : standing.shares()) {
            rows.add(new Membership(standing, rows.size(), above.parent(), above.share(), person));
        }
        return rows;
    }

    /** The standings of whose rows these are. */
    public static List<Standing> standings(Collection<Membership> rows) {
        record Key(String unit, LocalDate validFrom, Instant recordedAt) {}
        Map<Key, List<Membership>> grouped = new LinkedHashMap<>();
        rows.stream().sorted(Comparator.comparing((Membership m) -> m.position)).forEach(m -> grouped.computeIfAbsent(
                        new Key(m.unit, m.validFrom, m.recordedAt), k -> new ArrayList<>())
                .add(m));
        List<Standing> standings = new ArrayList<>();
        grouped.forEach((key, group) -> {
            List<ParentShare> shares = group.stream()
                    .filter(m -> m.parent != null)
                    .map(m -> new ParentShare(m.parent, m.share))
                    .toList();
            standings.add(new Standing(key.unit, shares, key.validFrom, key.recordedAt));
        });
        return standings;
    }
}
