package org.kpisuite.it.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kpisuite.it.path.Company.ok;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.kpisuite.it.suite.ApiClient;
import org.kpisuite.it.suite.RunningSuite;

/** Real purchases of an online shop, through the shipped profile, to a scorecard, against a count of the file. */
class CdnowIT {
    private static final Path FILE = Path.of("..", "..", "shared", "data", "cdnow", "cdnowElog.csv");

    private record Purchase(String customer, String month, int units, BigDecimal sales) {}

    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void realPurchases_becomeAScorecard_thatAgreesWithTheFile() throws IOException {
        assumeTrue(Files.exists(FILE), "no ../shared/data/cdnow");
        List<Purchase> purchases = purchases();
        Predicate<Purchase> secondQuarter =
                p -> List.of("199804", "199805", "199806").contains(p.month);

        unit();
        ApiClient api = suite.api();
        JsonObject imported = ok(api.post(
                "/api/imports?profile=cdnow&fileName=cdnowElog.csv",
                "text/csv",
                Files.readString(FILE, StandardCharsets.UTF_8)));
        assertThat(imported.getString("state")).isEqualTo("APPLIED");

        JsonObject scorecard = ok(api.get("/api/scorecards/CDNOW/1998-Q2"));
        assertThat(number(scorecard, "REVENUE", "actual")).isEqualByComparingTo(sales(purchases, secondQuarter));
        assertThat(number(scorecard, "ORDERS", "actual"))
                .isEqualByComparingTo(BigDecimal.valueOf(
                        purchases.stream().filter(secondQuarter).count()));
        assertThat(number(scorecard, "BUYERS", "actual")).isEqualByComparingTo("300");
        assertThat(buyers(purchases, secondQuarter)).isEqualTo(300);
        BigDecimal average =
                sales(purchases, secondQuarter).divide(number(scorecard, "ORDERS", "actual"), 8, RoundingMode.HALF_UP);
        assertThat(number(scorecard, "AOV", "actual").setScale(8, RoundingMode.HALF_UP))
                .isEqualTo(average);
        Predicate<Purchase> yearBefore =
                p -> List.of("199704", "199705", "199706").contains(p.month);
        Predicate<Purchase> quarterBefore =
                p -> List.of("199801", "199802", "199803").contains(p.month);
        assertThat(number(scorecard, "REVENUE", "priorYear")).isEqualByComparingTo(sales(purchases, yearBefore));
        assertThat(number(scorecard, "REVENUE", "previous")).isEqualByComparingTo(sales(purchases, quarterBefore));

        JsonObject june = ok(api.get("/api/scorecards/CDNOW/1998-06"));
        assertThat(number(june, "REVENUE", "actual")).isEqualByComparingTo("5590.87");
        assertThat(number(june, "ORDERS", "actual")).isEqualByComparingTo("172");
        assertThat(number(june, "BUYERS", "actual")).isEqualByComparingTo("138");
        assertThat(sales(purchases, p -> true)).isEqualByComparingTo("244091.94");
        assertThat(purchases.stream().mapToInt(Purchase::units).sum()).isEqualTo(16_479);

        assertThat(api.download("/api/scorecards/CDNOW/1998-Q2.pdf?lang=en").body())
                .startsWith('%', 'P', 'D', 'F');
        assertThat(api.download("/api/scorecards/CDNOW/1998-Q2.xlsx?lang=ru").body())
                .startsWith('P', 'K');
    }

    private void unit() {
        JsonObjectBuilder name = Json.createObjectBuilder().add("en", "CDNOW").add("ru", "CDNOW");
        ok(suite.api()
                .put(
                        "/api/units/CDNOW",
                        Json.createObjectBuilder()
                                .add("name", name)
                                .add("currency", "USD")
                                .build()));
    }

    private static BigDecimal number(JsonObject scorecard, String indicator, String field) {
        return scorecard.getJsonArray("items").stream()
                .map(i -> i.asJsonObject())
                .filter(i -> i.getString("indicator").equals(indicator))
                .map(i -> new BigDecimal(i.getString(field)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + indicator + " in " + scorecard));
    }

    private static BigDecimal sales(List<Purchase> purchases, Predicate<Purchase> which) {
        return purchases.stream().filter(which).map(Purchase::sales).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int buyers(List<Purchase> purchases, Predicate<Purchase> which) {
        Set<String> customers = new HashSet<>();
        purchases.stream().filter(which).forEach(p -> customers.add(p.customer));
        return customers.size();
    }

    private static List<Purchase> purchases() throws IOException {
        return Files.readAllLines(FILE).stream()
                .skip(1)
                .map(l -> l.split(",", -1))
                .map(f -> new Purchase(f[0], f[2].substring(0, 6), Integer.parseInt(f[3]), new BigDecimal(f[4])))
                .toList();
    }
}
