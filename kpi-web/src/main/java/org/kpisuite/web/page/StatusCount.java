package org.kpisuite.web.page;

import java.util.Arrays;
import java.util.List;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.Status;

/** How many items have one status, and the status in words. */
public record StatusCount(Status status, int count, String label) {
    static List<StatusCount> of(Scorecard card, Reader reader) {
        return Arrays.stream(Status.values())
                .map(s -> new StatusCount(
                        s, card.distribution().get(s), label(s, card.heading().isOpen(), reader)))
                .toList();
    }

    static String label(Status status, boolean running, Reader reader) {
        String word = Messages.text(reader.getLocale(), "status." + status.name());
        return running && status != Status.GREY ? reader.text("status.provisional", word) : word;
    }
}
