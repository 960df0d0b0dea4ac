package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.ejb.leadlag.LeadLag;

/** What tested pairs say beside the open line of the plan editor: their verdicts, and what a target would go with. */
@Named("editorPairs")
@RequestScoped
public class EditorPairs {
    @Inject
    Reader reader;

    @EJB
    LeadLag pairs;

    private final Map<String, List<PairReading>> read = new HashMap<>();

    /**
     * One pair.
     *
     * @param need what the change that the target asks for went with; null where nothing can be told
     */
    public record Told(
            String name, String verdict, @Nullable String need, String address) {}

    /** The pairs that an open line takes part in; of a line of single dimensions none. */
    public List<Told> of(String unit, Period quarter, EditorLine line) {
        String indicator = line.item().getIndicator();
        return read.computeIfAbsent(indicator, code -> pairs.around(unit, code)).stream()
                .map(p -> told(p, unit, quarter, line))
                .toList();
    }

    private Told told(PairReading pair, String unit, Period quarter, EditorLine line) {
        String x = pair.leading().series().name().in(reader.getLocale());
        String y = pair.lagging().series().name().in(reader.getLocale());
        return new Told(
                x + " → " + y,
                pair.analysis().text().in(reader.getLocale()),
                need(pair, quarter, line, x, y),
                "leadlag?unit=" + unit + "&pair=" + pair.pair().code());
    }

    private @Nullable String need(PairReading pair, Period quarter, EditorLine line, String x, String y) {
        Optional<BigDecimal> ratio = line.past().ratio();
        if (ratio.isEmpty()) {
            return null;
        }
        boolean leads = pair.pair().leading().equals(line.item().getIndicator());
        Granularity length = pair.pair().granularity();
        String lag = CountedWord.valueOf(length.name()).text(pair.analysis().lag(), reader.getLocale());
        String by = Period.of(length, quarter.endInclusive())
                .plus(-pair.analysis().lag())
                .code();
        Optional<BigDecimal> other = leads ? pair.following(ratio.get()) : pair.preceding(ratio.get());
        return other.map(o -> reader.text(
                        leads ? "editor.pair.follows" : "editor.pair.needs",
                        x,
                        y,
                        percent(ratio.get()),
                        percent(o),
                        lag,
                        by))
                .orElse(null);
    }

    private String percent(BigDecimal ratio) {
        return reader.numbers().relative(ratio.subtract(BigDecimal.ONE))
                + reader.numbers().percentSign();
    }
}
