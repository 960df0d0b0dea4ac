package org.kpisuite.domain.access;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Objects;

/** What somebody is called from an instant on. */
@Embeddable
public class NameSince {
    @Column(name = "recorded_at")
    private Instant recordedAt;

    private String name;

    protected NameSince() {}

    NameSince(Instant recordedAt, String name) {
        this.recordedAt = recordedAt;
        this.name = name;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameSince n && recordedAt.equals(n.recordedAt) && name.equals(n.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recordedAt, name);
    }
}
