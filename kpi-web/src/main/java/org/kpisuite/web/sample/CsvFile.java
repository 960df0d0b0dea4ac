package org.kpisuite.web.sample;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.calendar.Granularity;
import org.kpisuite.domain.calendar.Period;

/** A file to import, as a system of the sample company would export it. */
record CsvFile(String name, String text, int rows) {
    static final String CURRENCY = "RUB";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The ways in which the sample company's systems write their files. */
    enum Layout {
        /** Commas, English headers, ISO periods. */
        COMMA(",", "unit,measure,period,value,currency,source", "") {
            @Override
            String period(Period period) {
                return period.code();
            }
        },
        /** Tabulators, English headers. */
        TAB("\t", "unit\tmeasure\tperiod\tvalue\tcurrency\tsource", "") {
            @Override
            String period(Period period) {
                return period.code();
            }
        },
        /** As a Russian spreadsheet saves it: semicolons, Russian headers, days and decimals in the Russian way. */
        RUSSIAN(";", "Подразделение;Показатель;Период;Значение;Валюта;Источник", BYTE_ORDER_MARK) {
            @Override
            String period(Period period) {
                return russian(period);
            }

            @Override
            String value(BigDecimal value) {
                return value.toPlainString().replace('.', ',');
            }
        },
        /** With a dimension. */
        BY_CHANNEL(",", "unit,measure,dim.channel,period,value,currency,source", "") {
            @Override
            String period(Period period) {
                return period.code();
            }

            @Override
            List<String> fields(Fact f) {
                return List.of(
                        f.unit(),
                        f.measure(),
                        f.channel(),
                        period(f.period()),
                        value(f.value()),
                        f.money() ? CURRENCY : "",
                        f.source());
            }
        },
        /** A correction says why. */
        CORRECTION(",", "unit,measure,period,value,currency,source,reason", "") {
            @Override
            String period(Period period) {
                return period.code();
            }

            @Override
            List<String> fields(Fact f) {
                return List.of(
                        f.unit(),
                        f.measure(),
                        period(f.period()),
                        value(f.value()),
                        CURRENCY,
                        f.source(),
                        "Returns of the month booked late");
            }
        };

        private final String delimiter;
        private final String header;
        private final String mark;

        Layout(String delimiter, String header, String mark) {
            this.delimiter = delimiter;
            this.header = header;
            this.mark = mark;
        }

        abstract String period(Period period);

        String value(BigDecimal value) {
            return value.toPlainString();
        }

        List<String> fields(Fact f) {
            return List.of(
                    f.unit(), f.measure(), period(f.period()), value(f.value()), f.money() ? CURRENCY : "", f.source());
        }
    }

    static CsvFile of(String name, Layout layout, List<Fact> facts) {
        StringBuilder text =
                new StringBuilder(layout.mark).append(layout.header).append('\n');
        for (Fact fact : facts) {
            text.append(String.join(layout.delimiter, layout.fields(fact))).append('\n');
        }
        return new CsvFile(name, text.toString(), facts.size());
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String russian(Period period) {
        if (period.granularity() == Granularity.DAY) {
            return period.start().format(DateTimeFormatter.ofPattern("dd.MM.uuuu"));
        }
        if (period.granularity() == Granularity.QUARTER) {
            return period.code().substring(6) + " кв. " + period.start().getYear();
        }
        return period.granularity() == Granularity.MONTH
                ? period.start().format(DateTimeFormatter.ofPattern("LLLL uuuu", Locale.forLanguageTag("ru")))
                : period.code();
    }
}
