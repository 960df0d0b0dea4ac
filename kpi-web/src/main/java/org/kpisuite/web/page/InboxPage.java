package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.ejb.inbox.Inbox;
import org.kpisuite.ejb.organisation.Units;

/** Everything that is awaited from the person, the most urgent first; its count stands in the top bar of every page. */
@Named("inbox")
@RequestScoped
public class InboxPage {
    @Inject
    Reader reader;

    @Inject
    Frame frame;

    @EJB
    Inbox inbox;

    @EJB
    Units units;

    private @Nullable List<Inbox.Entry> entries;

    /** Something to do. */
    public record Row(
            String page,
            String what,
            String unit,
            String period,
            String due,
            String left,
            boolean over,
            boolean today) {}

    /** Whether anybody is signed in whom something could be asked of. */
    public boolean isShown() {
        return frame.isSignedIn() && !frame.getSections().isEmpty();
    }

    private List<Inbox.Entry> entries() {
        if (entries == null) {
            entries = inbox.list();
        }
        return entries;
    }

    public int getCount() {
        return entries().size();
    }

    public String getTitle() {
        return reader.text(entries().isEmpty() ? "inbox.title.none" : "inbox.title", reader.count(getCount()));
    }

    public List<Row> getRows() {
        return entries().stream().map(this::row).toList();
    }

    private Row row(Inbox.Entry entry) {
        var action = entry.action();
        return new Row(
                action.page(),
                reader.text("inbox.kind." + action.kind().name(), reader.count(action.count())),
                action.unit()
                        .map(u -> units.get(u).name().in(reader.getLocale()))
                        .orElseGet(() -> reader.text("inbox.company")),
                action.period(),
                reader.day(action.due()),
                PlanDue.distance(entry.daysLeft(), reader),
                entry.daysLeft() < 0,
                entry.daysLeft() == 0);
    }
}
