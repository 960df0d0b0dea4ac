package org.kpisuite.web.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.feed.Coverage;
import org.kpisuite.domain.feed.FeedState;
import org.kpisuite.domain.feed.FeedStatus;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.ejb.feed.OwedFeed;

/**
 * One feed in the list, in words.
 *
 * @param sign of its state: RED late, AMBER due, GREEN in
 * @param why the item of the plan that needs it; that it is a habit where none does
 * @param source code of the source, and in how many days it owes
 * @param in periods in, of those that are over
 * @param missing codes of the oldest missing ones
 * @param more how many more are missing; empty for none
 * @param due when, and how late that is
 * @param last latest period that has data
 * @param at when it came, and from another source if so
 * @param address of the import that brought it; empty where it may not be opened
 */
public record DataStatusRow(
        String sign,
        String state,
        String unit,
        String measure,
        String code,
        String why,
        String source,
        String rhythm,
        String in,
        List<String> missing,
        String more,
        String due,
        String late,
        String last,
        String at,
        String address,
        String owner) {

    private static final int NAMED_MAX = 3;

    /** What a row is put into words with. */
    record Words(Reader reader, String unit, String measure, LocalDate today, boolean opensImports) {}

    static DataStatusRow of(OwedFeed owed, Words words) {
        FeedStatus status = owed.status();
        Reader reader = words.reader;
        Optional<Coverage> last = status.delivered();
        long days = status.daysLate(words.today);
        return new DataStatusRow(
                sign(status.state()),
                reader.text("feed.state." + status.state()),
                words.unit,
                words.measure,
                status.measure() + (status.dims().isEmpty() ? "" : "[" + status.dims() + "]"),
                status.planned()
                        .map(n -> reader.text("feed.why.plan", n.item()))
                        .orElse(reader.text("feed.why.habit")),
                status.source(),
                reader.text("feed.rhythm." + status.granularity()) + ", " + lag(status.lagDays(), reader),
                reader.text(
                        "feed.in.of",
                        reader.count(status.completeness().have()),
                        reader.count(status.completeness().expected())),
                status.missing().stream().limit(NAMED_MAX).map(Period::code).toList(),
                more(status, reader),
                reader.day(status.dueOn()),
                days == 0 ? "" : reader.text("feed.late.days", reader.count(days)),
                last.map(c -> c.latest().code()).orElse(NumberText.NO_VALUE),
                last.map(c -> at(c, status, reader)).orElse(reader.text("feed.never")),
                last.filter(c -> words.opensImports)
                        .map(c -> "import?id=" + c.importId())
                        .orElse(""),
                owed.owedBy().isEmpty() ? reader.text("feed.owner.none") : owed.owedBy());
    }

    private static String at(Coverage last, FeedStatus status, Reader reader) {
        String at = reader.instant(last.receivedAt());
        return last.source().equals(status.source()) ? at : at + " · " + last.source();
    }

    private static String more(FeedStatus status, Reader reader) {
        long more = status.missingCount() - Math.min(NAMED_MAX, status.missing().size());
        return more == 0 ? "" : reader.text("feed.missing.more", reader.count(more));
    }

    private static String lag(int days, Reader reader) {
        return days == 0 ? reader.text("feed.lag.none") : reader.text("feed.lag", reader.count(days));
    }

    private static String sign(FeedState state) {
        return switch (state) {
            case LATE -> "RED";
            case DUE -> "AMBER";
            case IN -> "GREEN";
        };
    }

    static String sourceName(Catalogue catalogue, String code, Reader reader) {
        return catalogue
                .source(code)
                .map(s -> s.name().in(reader.getLocale()) + " · " + code)
                .orElse(code);
    }
}
