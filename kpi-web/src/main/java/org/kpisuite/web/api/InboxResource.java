package org.kpisuite.web.api;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.kpisuite.ejb.inbox.Awaited;
import org.kpisuite.ejb.inbox.Inbox;

/** What the caller is awaited for, the most urgent first. */
@Path("/inbox")
@Produces(MediaType.APPLICATION_JSON)
public class InboxResource {
    @EJB
    private Inbox inbox;

    /**
     * Something to do, as sent.
     *
     * @param count of rows that wait together; else 1
     * @param daysLeft working days until it is due; negative when it is overdue
     * @param page where it is decided, below the address of the suite
     */
    public record InboxView(
            String kind,
            String object,
            @Nullable String unit,
            @Nullable String period,
            long count,
            String due,
            long daysLeft,
            String page) {
        static InboxView of(Inbox.Entry entry) {
            Awaited action = entry.action();
            return new InboxView(
                    action.kind().name(),
                    action.object(),
                    action.unit().orElse(null),
                    action.period().isEmpty() ? null : action.period(),
                    action.count(),
                    action.due().toString(),
                    entry.daysLeft(),
                    action.page());
        }
    }

    @GET
    public ListView<InboxView> list() {
        return ListView.whole(inbox.list().stream().map(InboxView::of).toList());
    }
}
