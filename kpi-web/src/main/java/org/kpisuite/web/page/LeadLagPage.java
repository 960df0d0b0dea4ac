package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.leadlag.Discovery;
import org.kpisuite.domain.leadlag.LeadLagAnalysis;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.leadlag.Verdict;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.leadlag.LeadLag;
import org.kpisuite.ejb.leadlag.PairSource;
import org.kpisuite.ejb.organisation.Units;

/** The test of a pair: {@code /leadlag?unit=&pair=&granularity=}; the first unit with pairs and its first pair by default. */
@Named("leadlag")
@RequestScoped
public class LeadLagPage {
    private static final List<Granularity> LENGTHS = List.of(Granularity.WEEK, Granularity.MONTH, Granularity.QUARTER);

    @Inject
    Reader reader;

    @Inject
    HttpServletRequest request;

    @EJB
    Units units;

    @EJB
    LeadLag leadLag;

    private @Nullable String unit;
    private List<PairReading> all = List.of();
    private @Nullable PairReading shown;

    @PostConstruct
    void open() {
        List<String> known = units.list().stream().map(OrgUnit::code).toList();
        Optional<String> asked = Optional.ofNullable(request.getParameter("unit"));
        for (String candidate : asked.map(List::of).orElse(known)) {
            List<PairReading> pairs = leadLag.all(candidate);
            if (unit == null || !pairs.isEmpty()) {
                unit = candidate;
                all = pairs;
            }
            if (!pairs.isEmpty()) {
                break;
            }
        }
        String wanted = request.getParameter("pair");
        shown = wanted != null && unit != null
                ? leadLag.of(wanted, unit, granularity(request.getParameter("granularity")), PairSource.Span.ALL)
                : all.stream().findFirst().orElse(null);
    }

    static Optional<Granularity> granularity(@Nullable String given) {
        return LENGTHS.stream().filter(g -> g.name().equals(given)).findFirst();
    }

    public @Nullable PairView getView() {
        return shown == null ? null : new PairView(shown, reader);
    }

    /** Something to choose. */
    public record Choice(String name, String address, boolean taken) {}

    public List<Choice> getUnits() {
        return units.list().stream()
                .map(u -> new Choice(
                        u.name().in(reader.getLocale()),
                        "leadlag?unit=" + u.code(),
                        u.code().equals(unit)))
                .toList();
    }

    public String getUnitName() {
        return getUnits().stream()
                .filter(Choice::taken)
                .map(Choice::name)
                .findFirst()
                .orElse("");
    }

    public @Nullable String getUnit() {
        return unit;
    }

    public List<Choice> getPairs() {
        return all.stream()
                .map(p -> new Choice(
                        p.leading().series().name().in(reader.getLocale()) + " → "
                                + p.lagging().series().name().in(reader.getLocale()) + ": "
                                + reader.text("ll.verdict." + p.analysis().verdict()),
                        address(p.pair().code(), null),
                        shown != null && p.pair().code().equals(shown.pair().code())))
                .toList();
    }

    public List<Choice> getLengths() {
        return shown == null
                ? List.of()
                : LENGTHS.stream()
                        .map(g -> new Choice(
                                reader.text("ll.length." + g),
                                address(shown.pair().code(), g),
                                g == shown.pair().granularity()))
                        .toList();
    }

    /** The file of what is shown. */
    public String getFile() {
        return shown == null
                ? ""
                : address(shown.pair().code(), shown.pair().granularity()).replace("leadlag?", "leadlag/file?");
    }

    /** The pair before the one that is shown; null on the first. */
    public @Nullable String getBefore() {
        return beside(-1);
    }

    /** The one after it; null on the last. */
    public @Nullable String getAfter() {
        return beside(1);
    }

    private @Nullable String beside(int step) {
        List<String> codes = all.stream().map(p -> p.pair().code()).toList();
        int at = shown == null ? -1 : codes.indexOf(shown.pair().code());
        int next = at + step;
        return at < 0 || next < 0 || next >= codes.size() ? null : address(codes.get(next), null);
    }

    private String address(String pair, @Nullable Granularity granularity) {
        return "leadlag?unit=" + unit + "&pair=" + pair
                + (granularity == null ? "" : "&granularity=" + granularity.name());
    }

    /** How many pairs of the unit have which verdict. */
    public String getCounts() {
        Map<Verdict, Long> counts =
                all.stream().collect(Collectors.groupingBy(p -> p.analysis().verdict(), Collectors.counting()));
        String verdicts = Arrays.stream(Verdict.values())
                .filter(counts::containsKey)
                .map(v -> reader.text("ll.count." + v, reader.count(counts.get(v))))
                .collect(Collectors.joining(", "));
        String told = Stream.of(reader.text("ll.counts", reader.count(all.size())), verdicts)
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(": "));
        List<LeadLagAnalysis> tests = all.stream().map(PairReading::analysis).toList();
        return counts.containsKey(Verdict.CONFIRMED)
                ? told + " · "
                        + reader.text(
                                "ll.counts.holding",
                                reader.count(Discovery.holding(tests).size()))
                : told;
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return List.of(reader.text("attr.pair"), reader.text("ll.fact.lag"), reader.text("ll.fact.stability"));
    }
}
