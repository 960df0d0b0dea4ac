package org.kpisuite.ejb.actual;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kpisuite.domain.actual.NumberNotation;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.ejb.actual.HeaderWords.Role;

/** Proposes how a sample lies in its file and how its texts are to be understood. */
final class RulesGuess {
    private final SampleMeaning meaning;
    private final SampleTable table;
    private NumberNotation notation = NumberNotation.AUTO;

    RulesGuess(SampleMeaning meaning) {
        this.meaning = meaning;
        this.table = meaning.table();
    }

    void rules(JsonObjectBuilder root) {
        layout(root);
        notation();
        if (notation != NumberNotation.AUTO) {
            root.add("numbers", notation.name());
            meaning.because("numbers", "numbers." + notation);
        }
        percent(root);
        root.add("source", "MANUAL");
        meaning.ask("source", "source");
        currency(root);
        skip(root);
    }

    private void layout(JsonObjectBuilder root) {
        if (!table.charset().equals("UTF-8")) {
            root.add("charset", table.charset());
            meaning.because("charset", "charset", table.charset());
        }
        table.delimiter().ifPresent(d -> {
            root.add("delimiter", String.valueOf(d));
            meaning.because("delimiter", "delimiter", d == '\t' ? "TAB" : String.valueOf(d));
        });
        if (table.preamble() > 0) {
            root.add(
                    "headerHolds",
                    table.header().stream()
                            .filter(h -> !h.isBlank())
                            .findFirst()
                            .orElse(""));
            meaning.because("headerHolds", "preamble", String.valueOf(table.preamble()));
        }
    }

    private List<SampleColumn> valueColumns() {
        List<SampleColumn> found = new ArrayList<>(meaning.measures().keySet());
        found.addAll(meaning.periods());
        meaning.column(Role.VALUE).ifPresent(found::add);
        return found;
    }

    /** The notation that most numbers of doubt speak for; AUTO where it reads them all. */
    private void notation() {
        List<String> texts =
                valueColumns().stream().flatMap(c -> c.texts().stream()).toList();
        long russian = texts.stream().filter(SampleColumn::looksRussian).count();
        long english = texts.stream().filter(SampleColumn::looksEnglish).count();
        boolean auto = valueColumns().stream()
                .allMatch(c -> c.numbers().get(NumberNotation.AUTO) == c.texts().size());
        if (!auto || russian + english > 0) {
            notation =
                    russian > english ? NumberNotation.RU : english > russian ? NumberNotation.EN : NumberNotation.AUTO;
        }
        if (!auto && notation == NumberNotation.AUTO) {
            meaning.ask("numbers", "numbers.ask");
        }
    }

    private void percent(JsonObjectBuilder root) {
        List<SampleColumn> bare = meaning.measures().entrySet().stream()
                .filter(e -> e.getValue().unitKind() == UnitKind.PERCENT)
                .map(Map.Entry::getKey)
                .filter(c -> c.texts().stream().noneMatch(t -> t.endsWith("%")))
                .toList();
        if (!bare.isEmpty()) {
            boolean fraction = bare.stream()
                    .flatMap(c -> c.values(notation).stream())
                    .allMatch(v -> v.abs().compareTo(BigDecimal.ONE) <= 0);
            root.add("percentAs", fraction ? "FRACTION" : "POINTS");
            meaning.ask("percentAs", "percent", fraction ? "FRACTION" : "POINTS");
        }
    }

    private void currency(JsonObjectBuilder root) {
        if (meaning.column(Role.CURRENCY).isEmpty()) {
            String all = String.join(" ", table.header()).toLowerCase(Locale.ROOT);
            boolean roubles = all.contains("руб") || all.contains("₽") || all.contains("rub");
            root.add("currency", roubles ? "RUB" : "UNIT");
            if (roubles) {
                meaning.because("currency", "currency.header", "RUB");
            } else {
                meaning.ask("currency", "currency.unit");
            }
        }
    }

    /** Rows of totals are recognised by their word. */
    private void skip(JsonObjectBuilder root) {
        Set<String> totals = table.cells()
                .map(String::strip)
                .filter(SampleTable::isTotal)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!totals.isEmpty()) {
            JsonArrayBuilder texts = Json.createArrayBuilder();
            totals.stream().limit(5).forEach(texts::add);
            root.add("skip", Json.createObjectBuilder().add("texts", texts));
            meaning.because("skip", "totals", String.join(", ", totals));
        }
    }
}
