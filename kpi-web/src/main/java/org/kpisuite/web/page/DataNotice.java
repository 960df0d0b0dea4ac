package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kpisuite.domain.feed.FeedState;
import org.kpisuite.domain.feed.FeedStatus;
import org.kpisuite.ejb.feed.DataStatus;
import org.kpisuite.ejb.feed.OwedFeed;

/** What the overview says of late data: how many feeds, since when, and who owes most of them. */
@Named("dataNotice")
@RequestScoped
public class DataNotice {
    private static final int OWNERS_MAX = 3;

    @Inject
    Reader reader;

    @EJB
    DataStatus status;

    private List<OwedFeed> late = List.of();

    @PostConstruct
    void open() {
        late = status.list(Optional.empty(), status.runningQuarter()).stream()
                .filter(f -> f.status().state() == FeedState.LATE)
                .toList();
    }

    public boolean isShown() {
        return !late.isEmpty();
    }

    /** How many are late, and since when. */
    public String getFact() {
        return reader.text(
                "feeds.title.late",
                reader.count(late.size()),
                late.stream()
                        .map(OwedFeed::status)
                        .map(FeedStatus::dueOn)
                        .min(Comparator.naturalOrder())
                        .map(reader::day)
                        .orElse(""));
    }

    /** Those who owe most, each with how many. */
    public String getOwners() {
        return late.stream()
                .filter(f -> !f.owedBy().isEmpty())
                .collect(Collectors.groupingBy(OwedFeed::owedBy, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(OWNERS_MAX)
                .map(e -> e.getKey() + ": " + reader.count(e.getValue()))
                .collect(Collectors.joining(" · "));
    }
}
