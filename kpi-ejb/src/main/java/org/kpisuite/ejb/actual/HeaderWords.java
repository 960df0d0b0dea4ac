package org.kpisuite.ejb.actual;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kpisuite.domain.catalogue.Measure;

/** What headers mean, in English and Russian: the columns of facts, the dimensions, and the measures by their names. */
final class HeaderWords {
    /** What a column is for. */
    enum Role {
        UNIT,
        MEASURE,
        PERIOD,
        VALUE,
        CURRENCY,
        SCENARIO,
        CHANNEL,
        CAMPAIGN,
        PRODUCT
    }

    private static final Map<Role, List<String>> ROLES = new LinkedHashMap<>();
    private static final Map<String, List<String>> MEASURES = new LinkedHashMap<>();

    static {
        ROLES.put(
                Role.UNIT, List.of("unit", "department", "team", "branch", "подразделение", "отдел", "филиал", "цфо"));
        ROLES.put(Role.MEASURE, List.of("measure", "metric", "kpi", "indicator", "показатель", "метрика", "статья"));
        ROLES.put(
                Role.PERIOD,
                List.of("period", "date", "day", "month", "week", "период", "дата", "день", "месяц", "неделя"));
        ROLES.put(Role.VALUE, List.of("value", "amount", "actual", "fact", "значение", "сумма", "факт", "итог"));
        ROLES.put(Role.CURRENCY, List.of("currency", "currency code", "валюта", "код валюты"));
        ROLES.put(Role.SCENARIO, List.of("scenario", "version", "сценарий"));
        ROLES.put(Role.CHANNEL, List.of("channel", "utm_medium", "medium", "канал", "источник трафика"));
        ROLES.put(Role.CAMPAIGN, List.of("campaign", "utm_campaign", "кампания", "название кампании"));
        ROLES.put(Role.PRODUCT, List.of("product", "sku", "item", "товар", "продукт", "номенклатура"));
        MEASURES.put("SESSIONS", List.of("sessions", "visits", "визиты", "сеансы"));
        MEASURES.put(
                "USERS",
                List.of("users", "total users", "visitors", "посетители", "пользователи", "всего пользователей"));
        MEASURES.put("IMPRESSIONS", List.of("impressions", "impr.", "показы"));
        MEASURES.put("CLICKS", List.of("clicks", "клики"));
        MEASURES.put(
                "AD_SPEND",
                List.of("cost", "spend", "ad spend", "расход", "расходы", "расход (руб.)", "затраты на рекламу"));
        MEASURES.put("MKT_COST", List.of("marketing cost", "затраты на маркетинг"));
        MEASURES.put("LEADS", List.of("leads", "лиды", "заявки", "обращения"));
        MEASURES.put("ORDERS", List.of("orders", "заказы", "transactions"));
        MEASURES.put("REVENUE", List.of("revenue", "sales", "turnover", "выручка", "доход", "оборот"));
        MEASURES.put("UNITS_SOLD", List.of("units", "quantity", "qty", "количество", "продано"));
        MEASURES.put("REACH", List.of("reach", "охват"));
        MEASURES.put("FOLLOWERS", List.of("followers", "subscribers", "подписчики"));
        MEASURES.put("POSTS", List.of("posts", "публикации", "посты"));
        MEASURES.put("EMAIL_DELIVERED", List.of("delivered", "successful deliveries", "доставлено"));
        MEASURES.put("EMAIL_OPENS", List.of("unique opens", "opens", "прочитано", "открытия"));
        MEASURES.put("EMAIL_UCLICKS", List.of("unique clicks", "перешли"));
    }

    private final Collection<Measure> measures;

    HeaderWords(Collection<Measure> measures) {
        this.measures = measures;
    }

    static String normal(String text) {
        return text.replace('\u00a0', ' ').strip().toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /** What a header is for by its words; empty where they say nothing. */
    static Optional<Role> role(String header) {
        String word = normal(header);
        Optional<Role> exact = ROLES.entrySet().stream()
                .filter(e -> e.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
        return exact.or(() -> ROLES.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(w -> w.length() > 3 && word.startsWith(w + " ")))
                .map(Map.Entry::getKey)
                .findFirst());
    }

    /** The measure of that code or name; empty where there is none in the catalogue. */
    Optional<Measure> measure(String text) {
        String word = normal(text);
        Optional<Measure> named = measures.stream()
                .filter(m -> normal(m.code()).equals(word)
                        || normal(m.name().en()).equals(word)
                        || normal(m.name().ru()).equals(word))
                .findFirst();
        return named.or(() -> MEASURES.entrySet().stream()
                .filter(e -> e.getValue().contains(word))
                .flatMap(e -> measures.stream().filter(m -> m.code().equals(e.getKey())))
                .findFirst());
    }
}
