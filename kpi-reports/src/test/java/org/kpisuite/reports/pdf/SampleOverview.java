package org.kpisuite.reports.pdf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.scorecard.Background;
import org.kpisuite.domain.scorecard.Score;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.domain.scorecard.ScorecardItem;

/** A fictitious company above many departments. */
public final class SampleOverview {
    private static final String[][] NAMES = {
        {"Customer service", "Клиентский сервис"},
        {"Social media", "Социальные сети"},
        {"Retention and loyalty", "Удержание и лояльность"},
        {"Marketing", "Маркетинг"},
        {"Product marketing", "Продуктовый маркетинг"},
        {"Sales", "Продажи"},
        {"Brand and public relations", "Бренд и связи с общественностью"},
        {"Content and SEO", "Контент и SEO"},
        {"Analytics", "Аналитика"},
        {"E-commerce", "Электронная коммерция"},
        {"Partner channel", "Партнёрский канал"},
        {"Regional marketing and sponsorship department", "Департамент регионального маркетинга и спонсорства"},
    };
    private static final String[] SCORES = {
        "61.7", "68.3", "76.9", "78.6", "83.5", "88.4", "94.6", "97.8", "100.4", "103.2", "108.5", null
    };
    private static final String[] CHANGES = {
        "-6.7", "-4.8", "-2.6", "-4.3", "-0.6", "-2.8", "-1.4", "2.3", "-0.5", "1.7", "2.7", "0"
    };
    private static final String[] ACHIEVED = {"41.3", "69", "102", "88", "120", "50"};

    private SampleOverview() {}

    /** The usual scorecard of a company above so many departments. */
    public static Scorecard above(int count) {
        Scorecard company = SampleCourses.full(SampleScorecards.open());
        List<Scorecard> departments =
                IntStream.range(0, count).mapToObj(SampleOverview::department).toList();
        return company.with(company.background().above(departments));
    }

    private static Scorecard department(int index) {
        int i = index % NAMES.length;
        Scorecard like = SampleScorecards.open();
        Period period = like.heading().period();
        String points = SCORES[i];
        Score score = points == null
                ? new Score(
                        null,
                        BigDecimal.valueOf(58),
                        BigDecimal.valueOf(40),
                        BigDecimal.ZERO,
                        BigDecimal.valueOf(90),
                        like.score().limits())
                : rated(new BigDecimal(points).add(BigDecimal.valueOf(index / NAMES.length)), i == 3 ? "95" : "100");
        Score before = points == null
                ? rated(new BigDecimal("80"), "100")
                : rated(new BigDecimal(points).subtract(new BigDecimal(CHANGES[i])), "100");
        List<Background.PastScore> earlier = new ArrayList<>();
        for (int past = 7; past >= 2; past--) {
            Score then = i == 1 && past > 5 ? Score.NO_PLAN : rated(new BigDecimal(78 + (i * past) % 17), "100");
            earlier.add(new Background.PastScore(period.plus(-past), then));
        }
        Scorecard.Heading h = like.heading();
        Scorecard.Heading heading = new Scorecard.Heading(
                "U" + index,
                new LocalizedText(NAMES[i][0], NAMES[i][1]),
                h.company(),
                h.period(),
                h.asOf(),
                h.zone(),
                h.lastDay(),
                h.elapsedDays(),
                h.totalDays());
        return new Scorecard(heading, like.plan(), score, before, like.trendPeriods(), items(i), List.of())
                .with(new Background(Map.of(), new LinkedHashMap<>(), Optional.empty(), earlier, List.of(), List.of()));
    }

    private static Score rated(BigDecimal points, String coverage) {
        return new Score(
                points,
                points,
                new BigDecimal(coverage),
                points,
                points,
                SampleScorecards.open().score().limits());
    }

    private static List<ScorecardItem> items(int i) {
        List<ScorecardItem> items = new ArrayList<>();
        for (int k = 0; k < 3 + i % 3; k++) {
            boolean missing = (i == 3 || i == 11) && k == 2;
            items.add(SampleItem.leading(
                            "K" + k,
                            k == 0 ? "Share of requests solved at the first contact" : "Sum of deals",
                            k == 0 ? "Доля решённых с первого обращения" : "Сумма сделок")
                    .scored("20", missing ? null : ACHIEVED[(i + k) % ACHIEVED.length])
                    .values(missing ? "-" : "90", "100", "200", "80", "90")
                    .build());
        }
        return items;
    }
}
