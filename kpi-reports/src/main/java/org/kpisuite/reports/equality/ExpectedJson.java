package org.kpisuite.reports.equality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;
import org.kpisuite.reports.equality.Disagreement.Output;

/** What the data of a scorecard must say, path by path: numbers unrounded, null where there is none. */
final class ExpectedJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Scorecard scorecard;
    private final List<Disagreement> differences = new ArrayList<>();
    private JsonNode document = MAPPER.nullNode();

    ExpectedJson(Scorecard scorecard) {
        this.scorecard = scorecard;
    }

    List<Disagreement> differences(String text) {
        try {
            document = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return List.of(new Disagreement(Output.JSON, "/", e.getOriginalMessage(), "{…}"));
        }
        heading();
        score("/score", scorecard.score());
        score("/previousScore", scorecard.previousScore());
        many("/items", scorecard.items().size());
        for (int i = 0; i < scorecard.items().size(); i++) {
            item("/items/" + i, scorecard.items().get(i));
        }
        many("/restatements", scorecard.restatements().size());
        for (int i = 0; i < scorecard.restatements().size(); i++) {
            restatement("/restatements/" + i, scorecard.restatements().get(i));
        }
        many("/otherScores", scorecard.others().size());
        for (int i = 0; i < scorecard.others().size(); i++) {
            score("/otherScores/" + i + "/score", scorecard.others().get(i).score());
        }
        return List.copyOf(differences);
    }

    private void heading() {
        text("/unit", scorecard.heading().unit());
        text("/period", scorecard.heading().period().code());
        text("/asOf", scorecard.heading().asOf().toString());
        scorecard.plan().ifPresent(plan -> {
            text("/plan/hash", plan.hash());
            text("/plan/revision", Integer.toString(plan.revision()));
        });
        number("/children/value", scorecard.children().map(c -> c.value()).orElse(null));
    }

    private void score(String path, Score score) {
        number(path + "/value", score.value());
        text(path + "/status", score.status().name());
        number(path + "/coverage", score.coverage());
        number(path + "/low", score.low());
        number(path + "/high", score.high());
    }

    private void item(String path, ScorecardItem item) {
        text(path + "/key", item.key());
        text(path + "/status", item.status().name());
        number(path + "/weight", item.weight());
        number(path + "/actual", item.actual().usable());
        number(path + "/planToDate", item.planToDate().usable());
        number(path + "/plan", item.plan().usable());
        number(path + "/previous", item.previous().usable());
        number(path + "/priorYear", item.priorYear().usable());
        number(path + "/deltaPlan", item.deltaPlan().absolute());
        number(path + "/deltaPlanPct", item.deltaPlan().relative());
        number(path + "/deltaPrevious", item.deltaPrevious().absolute());
        number(path + "/deltaPreviousPct", item.deltaPrevious().relative());
        number(path + "/deltaPriorYear", item.deltaPriorYear().absolute());
        number(path + "/deltaPriorYearPct", item.deltaPriorYear().relative());
        number(path + "/forecast", item.forecast().usable());
        number(path + "/achievement", item.achievement());
        number(path + "/completeness", item.completeness().share());
        many(path + "/trend", item.trend().size());
        for (int i = 0; i < item.trend().size(); i++) {
            ScorecardItem.TrendPoint point = item.trend().get(i);
            String at = path + "/trend/" + i;
            text(at + "/period", point.period().code());
            number(at + "/actual", point.actual().usable());
            number(at + "/plan", point.plan().usable());
            number(at + "/previous", point.previous().usable());
            number(at + "/priorYear", point.priorYear().usable());
        }
    }

    private void restatement(String path, Scorecard.Restatement restatement) {
        text(path + "/measure", restatement.measure());
        text(path + "/period", restatement.period().code());
        number(path + "/before", restatement.before());
        number(path + "/after", restatement.after());
    }

    private void many(String path, int expected) {
        compare(path, "×" + document.at(path).size(), "×" + expected);
    }

    private void number(String path, Optional<BigDecimal> expected) {
        number(path, expected.orElse(null));
    }

    /** A number is a string, so that no reader rounds it. */
    private void number(String path, @Nullable BigDecimal expected) {
        JsonNode node = document.at(path);
        if (expected == null) {
            compare(path, node.isMissingNode() || node.isNull() ? "null" : node.toString(), "null");
        } else {
            compare(path, node.toString(), '"' + Decimals.plain(expected) + '"');
        }
    }

    private void text(String path, String expected) {
        compare(path, document.at(path).asText(), expected);
    }

    private void compare(String path, String found, String expected) {
        if (!found.equals(expected)) {
            differences.add(new Disagreement(Output.JSON, path, found, expected));
        }
    }
}
