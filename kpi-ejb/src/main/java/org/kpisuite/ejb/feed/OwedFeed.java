package org.kpisuite.ejb.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.feed.FeedStatus;

/**
 * A feed with those who must see to it.
 *
 * @param status how it stands
 * @param owner whom catalogue or plan names as answering for the data; null where they name nobody
 * @param heads names of the heads of the department, asked where no owner is named
 */
public record OwedFeed(FeedStatus status, @Nullable String owner, List<String> heads) {
    public OwedFeed {
        heads = List.copyOf(heads);
    }

    /** By whom it is owed, as one text; empty if nobody can be named. */
    public String owedBy() {
        return owner == null ? String.join(", ", heads) : owner;
    }
}
