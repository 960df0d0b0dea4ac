package org.kpisuite.domain.actual;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kpisuite.domain.failure.Messages;

/** The columns of an import that holds facts, by their English and Russian headers (domain specification §8.1). */
public enum IntakeColumn {
    OP("op", "операция"),
    UNIT("unit", "подразделение"),
    MEASURE("measure", "показатель"),
    PERIOD("period", "период"),
    SCENARIO("scenario", "сценарий"),
    VALUE("value", "значение"),
    NUM("num", "числитель"),
    DEN("den", "знаменатель"),
    CURRENCY("currency", "валюта"),
    AS_OF("asOf", "на дату"),
    SOURCE("source", "источник"),
    EXTERNAL_ID("externalId", "внешний ключ"),
    NOTE("note", "комментарий"),
    REASON("reason", "причина");

    private final String header;
    private final String russian;

    IntakeColumn(String header, String russian) {
        this.header = header;
        this.russian = russian;
    }

    /** The header as the contract names it. */
    public String header() {
        return header;
    }

    /** The header in the language of a reader. */
    public String header(Locale locale) {
        return Messages.supported(locale).equals(Messages.RU) ? russian : header;
    }

    /** The column of that header in either language and any case; empty if there is none. */
    public static Optional<IntakeColumn> of(String header) {
        String wanted = normalised(header);
        return Arrays.stream(values())
                .filter(c -> c.header.toLowerCase(Locale.ROOT).equals(wanted) || c.russian.equals(wanted))
                .findFirst();
    }

    /** The header as the Russian contract names it. */
    public String russian() {
        return russian;
    }

    static String normalised(String header) {
        return header.replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }
}
