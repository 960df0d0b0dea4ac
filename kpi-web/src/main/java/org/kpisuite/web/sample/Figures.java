package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kpisuite.domain.calendar.Period;

/** Collects the figures of one department. */
final class Figures {
    private final String unit;
    private final List<Fact> facts = new ArrayList<>();

    Figures(String unit) {
        this.unit = unit;
    }

    List<Fact> facts() {
        return List.copyOf(facts);
    }

    void count(String measure, Period period, long value, String source) {
        add(measure, "", period, BigDecimal.valueOf(value), false, source);
    }

    void count(String measure, String channel, Period period, long value, String source) {
        add(measure, channel, period, BigDecimal.valueOf(value), false, source);
    }

    /** Hours with one decimal. */
    void hours(String measure, Period period, double value, String source) {
        add(measure, "", period, BigDecimal.valueOf(Math.round(value * 10), 1), false, source);
    }

    void money(String measure, Period period, long kopecks, String source) {
        add(measure, "", period, BigDecimal.valueOf(kopecks, 2), true, source);
    }

    void money(String measure, String channel, Period period, long kopecks, String source) {
        add(measure, channel, period, BigDecimal.valueOf(kopecks, 2), true, source);
    }

    private void add(String measure, String channel, Period period, BigDecimal value, boolean money, String source) {
        facts.add(new Fact(unit, measure, channel, period, value, money, source));
    }
}
