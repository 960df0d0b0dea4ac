package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the sample files of the shipped profiles, in the shape in which each product exports: its headers, preamble,
 * totals, dates and numbers. Equal each time. {@link #main} writes them beside the profiles.
 */
final class ProfileSamples {
    private static final Charset CP1251 = Charset.forName("windows-1251");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    private ProfileSamples() {}

    /** Writes all samples into a folder. */
    public static void main(String[] folder) throws IOException {
        for (Map.Entry<String, byte[]> sample : all().entrySet()) {
            Files.write(Path.of(folder[0], sample.getKey()), sample.getValue());
        }
    }

    /** File name to bytes. */
    static Map<String, byte[]> all() {
        Map<String, byte[]> files = new TreeMap<>();
        text(files, "google-analytics-4.csv", analytics(false));
        text(files, "google-analytics-4.ru.csv", analytics(true));
        text(files, "google-analytics-4-users.csv", users(false));
        text(files, "google-analytics-4-users.ru.csv", users(true));
        text(files, "yandex-metrica.csv", metrica(false));
        text(files, "yandex-metrica.ru.csv", metrica(true));
        text(files, "google-ads.csv", googleAds());
        text(files, "google-ads-ru.csv", googleAdsRussian());
        text(files, "yandex-direct.csv", direct());
        text(files, "crm-leads.csv", leads(false));
        text(files, "crm-leads.ru.csv", leads(true));
        text(files, "amocrm-deals.csv", amo(false));
        text(files, "amocrm-deals.ru.csv", amo(true));
        text(files, "bitrix24-deals.csv", bitrix(false));
        text(files, "bitrix24-deals.ru.csv", bitrix(true));
        text(files, "mailchimp.csv", mailchimp());
        text(files, "unisender.csv", unisender());
        text(files, "social-posts.csv", posts());
        text(files, "social-posts-ru.csv", postsRussian());
        text(files, "social-page.csv", page(false));
        text(files, "social-page.ru.csv", page(true));
        text(files, "nps-answers.csv", nps(false));
        text(files, "nps-answers.ru.csv", nps(true));
        text(files, "brand-lift.csv", lift(false));
        text(files, "brand-lift.ru.csv", lift(true));
        files.put("ledger-1c.csv", bytes(postings(), CP1251));
        text(files, "ledger.csv", ledger());
        text(files, "months.csv", months(false));
        text(files, "months.ru.csv", months(true));
        text(files, "cdnow.csv", purchases());
        return files;
    }

    private static void text(Map<String, byte[]> files, String name, List<String> lines) {
        files.put(name, bytes(lines, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(List<String> lines, Charset charset) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(charset);
    }

    private static String day(LocalDate day, String pattern) {
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    private static String time(LocalDateTime time, String pattern) {
        return time.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    /** {@code 1234,56} with groups of three parted by that mark. */
    private static String money(long cents, String group, String decimal) {
        String whole = String.format(Locale.ROOT, "%,d", cents / 100).replace(",", group);
        return whole + decimal + String.format(Locale.ROOT, "%02d", cents % 100);
    }

    private static String grouped(long number, String group) {
        return String.format(Locale.ROOT, "%,d", number).replace(",", group);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static List<String> analytics(boolean russian) {
        Random chance = new Random(4);
        String[] sources = {"google / cpc", "google / organic", "(direct) / (none)", "vk.com / referral", "news / email"
        };
        List<String> rows = new ArrayList<>();
        long sessions = 0;
        long users = 0;
        for (int d = 2; d >= 0; d--) {
            for (String source : sources) {
                int s = 40 + chance.nextInt(900);
                int u = s - chance.nextInt(30);
                sessions += s;
                users += u;
                rows.add(day(FIRST.plusDays(d), "yyyyMMdd") + "," + source + "," + s + "," + u);
            }
        }
        List<String> lines = new ArrayList<>(explorer("20260901-20260903"));
        lines.add(
                russian
                        ? "Дата,Источник или канал сеанса,Сеансы,Всего пользователей"
                        : "Date,Session source / medium,Sessions,Total users");
        lines.add(",," + sessions + "," + users + (russian ? ",Общий итог" : ",Grand total"));
        lines.addAll(rows);
        return lines;
    }

    private static List<String> explorer(String span) {
        return List.of(
                "# ----------------------------------------",
                "# Northern Trade",
                "# Free form-Free form 1",
                "# " + span,
                "# ----------------------------------------",
                "");
    }

    private static List<String> users(boolean russian) {
        Random chance = new Random(5);
        List<String> lines = new ArrayList<>(explorer("20260901-20260907"));
        lines.add(russian ? "Дата,Сеансы,Всего пользователей" : "Date,Sessions,Total users");
        lines.add(",9999,7777" + (russian ? ",Общий итог" : ",Grand total"));
        for (int d = 6; d >= 0; d--) {
            int s = 900 + chance.nextInt(600);
            lines.add(day(FIRST.plusDays(d), "yyyyMMdd") + "," + s + "," + (s - 100 - chance.nextInt(90)));
        }
        return lines;
    }

    private static List<String> metrica(boolean russian) {
        Random chance = new Random(6);
        Map<String, String> sources = new TreeMap<>(Map.of(
                "Переходы из поисковых систем", "Search engine traffic",
                "Прямые заходы", "Direct traffic",
                "Переходы по рекламе", "Ad traffic",
                "Переходы из социальных сетей", "Social network traffic"));
        List<String> lines = new ArrayList<>();
        lines.add(
                russian
                        ? "Дата визита,Последний значимый источник трафика,Визиты,Посетители,Отказы,Глубина просмотра,Время на сайте"
                        : "Date of visit,Last significant traffic source,Sessions,Users,Bounce rate,Page depth,Time on site");
        lines.add((russian ? "Итого и средние" : "Totals and averages") + ",,9999,7777,0.2112,2.41,00:02:13");
        for (int d = 0; d < 3; d++) {
            for (Map.Entry<String, String> source : sources.entrySet()) {
                int s = 100 + chance.nextInt(400);
                lines.add(day(FIRST.plusDays(d), "yyyy-MM-dd") + ","
                        + (russian ? source.getKey() : source.getValue()) + "," + s + ","
                        + (s - chance.nextInt(20)) + ",0.1" + chance.nextInt(99) + ",2.3,00:01:4" + chance.nextInt(10));
            }
        }
        return lines;
    }

    private static List<String> googleAds() {
        Random chance = new Random(7);
        List<String> lines = new ArrayList<>(List.of(
                "Campaign report",
                quoted("September 1, 2026 - September 3, 2026"),
                "Day,Campaign,Campaign type,Currency code,Cost,Impr.,Clicks,CTR,Conversions"));
        for (int d = 0; d < 3; d++) {
            for (String campaign : new String[] {"Brand - search", "Generic, wide", "Retargeting \"all\""}) {
                lines.add(day(FIRST.plusDays(d), "yyyy-MM-dd") + ","
                        + (campaign.matches("[\\w -]+") ? campaign : quoted(campaign))
                        + ",Search,RUB," + quoted(money(80_000 + chance.nextInt(400_000), ",", ".")) + ","
                        + quoted(grouped(900 + chance.nextInt(20_000), ",")) + "," + (20 + chance.nextInt(900))
                        + ",4.05%," + chance.nextInt(9) + ".50");
            }
        }
        lines.add("Total: Campaigns, --, --,RUB,\"99,999.99\",\"99,999\",\"9,999\",4.05%,99.00");
        lines.add("Total: Account, --, --,RUB,\"99,999.99\",\"99,999\",\"9,999\",4.05%,99.00");
        return lines;
    }

    private static List<String> googleAdsRussian() {
        Random chance = new Random(8);
        List<String> lines = new ArrayList<>(List.of(
                "Отчет по кампаниям",
                quoted("1 сентября 2026 г. – 3 сентября 2026 г."),
                "День,Кампания,Код валюты,Расходы,Показы,Клики,CTR"));
        for (int d = 0; d < 3; d++) {
            for (String campaign : new String[] {"Бренд", "Общие запросы"}) {
                lines.add(day(FIRST.plusDays(d), "yyyy-MM-dd") + "," + campaign + ",RUB,"
                        + quoted(money(90_000 + chance.nextInt(300_000), "\u00a0", ",")) + ","
                        + grouped(900 + chance.nextInt(20_000), "\u00a0") + "," + (20 + chance.nextInt(900))
                        + ",\"4,05 %\"");
            }
        }
        lines.add("Всего: кампании, --,RUB,\"99 999,99\",99 999,9 999,\"4,05 %\"");
        return lines;
    }

    private static List<String> direct() {
        Random chance = new Random(9);
        List<String> lines = new ArrayList<>(List.of(
                "Логин: northern-trade",
                "Отчёт: Мастер отчётов",
                "Период: с 01.09.2026 по 03.09.2026",
                "НДС: с НДС",
                "Дата;Кампания;№ Кампании;Показы;Клики;CTR (%);Расход (руб.);Ср. цена клика (руб.)"));
        for (int d = 0; d < 3; d++) {
            for (String campaign : new String[] {"Бренд — поиск", "Товары — РСЯ"}) {
                int clicks = chance.nextInt(300);
                lines.add(day(FIRST.plusDays(d), "dd.MM.yyyy") + ";" + campaign + ";" + (70_000_001 + campaign.length())
                        + ";"
                        + (clicks * 20 + chance.nextInt(500)) + ";" + clicks + ";4,97;"
                        + money(clicks * 1_237L, "", ",") + ";12,37");
            }
        }
        lines.add("Всего;;;99999;9999;4,97;999999,99;12,37");
        return lines;
    }

    private static List<String> leads(boolean russian) {
        Random chance = new Random(10);
        String[] marks = {
            "google,cpc,brand", "vk,social,autumn", ",,", "newsletter,email,september", "partner.ru,referral,"
        };
        String[] states = russian
                ? new String[] {"Новый", "Квалифицирован", "Выигран", "Потерян"}
                : new String[] {"New", "Qualified", "Won", "Lost"};
        List<String> lines = new ArrayList<>();
        String head = russian
                ? "ID лида,Дата создания,Статус,Дата квалификации,Дата сделки,Сумма,utm_source,utm_medium,utm_campaign"
                : "Lead ID,Created,Status,Qualified,Won,Amount,utm_source,utm_medium,utm_campaign";
        lines.add(russian ? head.replace(',', ';') : head);
        for (int i = 0; i < 40; i++) {
            int state = chance.nextInt(4);
            LocalDateTime created =
                    FIRST.plusDays(chance.nextInt(10)).atTime(9 + chance.nextInt(9), chance.nextInt(60));
            LocalDateTime qualified = created.plusDays(1 + chance.nextInt(5));
            String pattern = russian ? "dd.MM.yyyy HH:mm" : "yyyy-MM-dd HH:mm";
            String line = (5000 + i) + "," + time(created, pattern) + "," + states[state] + ","
                    + (state == 1 || state == 2 ? time(qualified, pattern) : "") + ","
                    + (state == 2 ? time(qualified.plusDays(10), pattern) : "") + ","
                    + (state == 2 ? 10_000 + 500 * chance.nextInt(40) : "") + "," + marks[chance.nextInt(marks.length)];
            lines.add(russian ? line.replace(',', ';') : line);
        }
        return lines;
    }

    private static List<String> amo(boolean russian) {
        Random chance = new Random(11);
        List<String> lines = new ArrayList<>();
        lines.add(
                russian
                        ? "ID,Название сделки,Компания,Бюджет,Ответственный,Дата создания сделки,Кем создана сделка,Теги сделки,Дата закрытия,Этап сделки,Воронка,utm_source,utm_medium,utm_campaign"
                        : "ID,Lead title,Company,Sale,Responsible user,Created at,Created by,Lead tags,Closed at,Lead status,Pipeline,utm_source,utm_medium,utm_campaign");
        String[] stages = russian
                ? new String[] {"Первичный контакт", "Переговоры", "Успешно реализовано", "Закрыто и не реализовано"}
                : new String[] {"Initial contact", "Negotiation", "Closed - won", "Closed - lost"};
        String[] marks = {"yandex,cpc,brand", "telegram,social,posts", ",,"};
        for (int i = 0; i < 30; i++) {
            int stage = chance.nextInt(4);
            LocalDateTime created =
                    FIRST.plusDays(chance.nextInt(8)).atTime(10, chance.nextInt(60), chance.nextInt(60));
            String closed = stage < 2
                    ? (russian ? "не закрыта" : "not closed")
                    : time(created.plusDays(3 + chance.nextInt(12)), "dd.MM.yyyy HH:mm:ss");
            lines.add((31_000 + i) + "," + quoted((russian ? "Сделка №" : "Deal No ") + i) + ",,"
                    + 1000 * (5 + chance.nextInt(90)) + ","
                    + (russian ? "Анна Смирнова" : "Anna Smirnova") + "," + time(created, "dd.MM.yyyy HH:mm:ss")
                    + ",robot,,"
                    + closed + "," + stages[stage] + "," + (russian ? "Воронка" : "Pipeline") + ","
                    + marks[chance.nextInt(3)]);
        }
        return lines;
    }

    private static List<String> bitrix(boolean russian) {
        Random chance = new Random(12);
        List<String> lines = new ArrayList<>();
        lines.add(
                russian
                        ? "ID;Стадия сделки;Название сделки;Сумма;Валюта;Ответственный;Дата создания;Дата завершения;UTM Source;UTM Medium"
                        : "ID;Deal stage;Deal name;Amount;Currency;Responsible person;Created on;End date;UTM Source;UTM Medium");
        String[] stages = russian
                ? new String[] {"Новая", "Подготовка документов", "Сделка успешна", "Сделка провалена"}
                : new String[] {"New", "Create papers", "Deal won", "Deal lost"};
        String[] marks = {"yandex;cpc", "vk;social", ";"};
        String moment = russian ? "dd.MM.yyyy HH:mm:ss" : "MM/dd/yyyy hh:mm:ss a";
        String date = russian ? "dd.MM.yyyy" : "MM/dd/yyyy";
        for (int i = 0; i < 30; i++) {
            int stage = chance.nextInt(4);
            LocalDateTime created =
                    FIRST.plusDays(chance.nextInt(8)).atTime(9 + chance.nextInt(9), chance.nextInt(60), 5);
            lines.add(Stream.of(
                            "" + (700 + i),
                            stages[stage],
                            (russian ? "Поставка " : "Supply ") + i,
                            1000 * (5 + chance.nextInt(90)) + ".00",
                            russian ? "Российский рубль" : "Russian Ruble",
                            russian ? "Иван Петров" : "Ivan Petrov",
                            time(created, moment),
                            day(created.toLocalDate().plusDays(4 + chance.nextInt(9)), date),
                            marks[chance.nextInt(3)])
                    .map(cell -> cell.contains(";") ? cell : quoted(cell))
                    .collect(Collectors.joining(";")));
        }
        return lines;
    }

    private static List<String> mailchimp() {
        Random chance = new Random(13);
        List<String> lines = new ArrayList<>();
        lines.add(
                "Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries,Soft Bounces,Hard Bounces,"
                        + "Total Bounces,Times Forwarded,Forwarded Opens,Unique Opens,Open Rate,Total Opens,Unique Clicks,Click Rate,"
                        + "Total Clicks,Unsubscribes,Abuse Complaints,Unique Id");
        for (int i = 0; i < 6; i++) {
            LocalDateTime sent = FIRST.plusDays(3L * i).atTime(10, 30);
            int delivered = 4000 + chance.nextInt(900);
            int opens = 900 + chance.nextInt(500);
            int clicks = 90 + chance.nextInt(200);
            lines.add("Digest " + i + "," + quoted("Autumn news, part " + i) + ",Customers,"
                    + quoted(time(sent, "MMM dd, yyyy hh:mm a")
                            .replace("AM", "am")
                            .replace("PM", "pm")) + ","
                    + day(sent.toLocalDate(), "EEEE") + "," + (delivered + 30) + "," + delivered + ",20,10,30,0,0,"
                    + opens
                    + ",25.1%," + (opens + 321) + "," + clicks + ",4.1%," + (clicks + chance.nextInt(60))
                    + ",3,0,a1b2c3" + i);
        }
        return lines;
    }

    private static List<String> unisender() {
        Random chance = new Random(14);
        List<String> lines = new ArrayList<>();
        lines.add("Название;Тема;Дата отправки;Отправлено;Доставлено;Прочитано;Перешли;Всего переходов;Отписались");
        for (int i = 0; i < 5; i++) {
            int delivered = 2000 + chance.nextInt(900);
            int clicks = 50 + chance.nextInt(100);
            lines.add("Дайджест " + i + ";" + quoted("Новости осени; часть " + i) + ";"
                    + time(FIRST.plusDays(4L * i).atTime(9, 15), "dd.MM.yyyy HH:mm") + ";" + (delivered + 17) + ";"
                    + grouped(delivered, " ") + ";" + (400 + chance.nextInt(300)) + ";" + clicks + ";"
                    + (clicks + chance.nextInt(40)) + ";2");
        }
        lines.add("Итого;;;99999;99 999;999;999;999;99");
        return lines;
    }

    private static List<String> posts() {
        Random chance = new Random(15);
        List<String> lines = new ArrayList<>();
        lines.add(
                "Post ID,Page ID,Page name,Title,Publish time,Post type,Reach,\"Reactions, Comments and Shares\",Reactions,Comments,Shares");
        for (int i = 0; i < 8; i++) {
            int likes = chance.nextInt(90);
            int comments = chance.nextInt(30);
            int shares = chance.nextInt(20);
            lines.add("1789" + i + ",77,Northern Trade," + quoted("Autumn, day " + i) + ","
                    + time(FIRST.plusDays(i / 2).atTime(8 + i, 30), "MM/dd/yyyy HH:mm") + ",Photos,"
                    + (700 + chance.nextInt(900)) + ","
                    + (likes + comments + shares) + "," + likes + "," + comments + "," + shares);
        }
        return lines;
    }

    private static List<String> postsRussian() {
        Random chance = new Random(16);
        List<String> lines = new ArrayList<>();
        lines.add("Дата публикации;Ссылка;Текст;Охват;Лайки;Комментарии;Репосты");
        for (int i = 0; i < 8; i++) {
            lines.add(time(FIRST.plusDays(i / 2).atTime(8 + i, 5), "dd.MM.yyyy HH:mm") + ";https://vk.com/wall-1_" + i
                    + ";"
                    + quoted("Осень; день " + i) + ";" + grouped(900 + chance.nextInt(900), " ") + ";"
                    + chance.nextInt(90) + ";"
                    + chance.nextInt(30) + ";" + chance.nextInt(20));
        }
        return lines;
    }

    private static List<String> page(boolean russian) {
        Random chance = new Random(17);
        List<String> lines = new ArrayList<>();
        lines.add(russian ? "Дата;Охват;Подписчики" : "Date,Reach,Followers");
        int followers = 12_000;
        for (int d = 0; d < 7; d++) {
            followers += chance.nextInt(40) - 5;
            int reach = 1500 + chance.nextInt(900);
            lines.add(
                    russian
                            ? day(FIRST.plusDays(d), "dd.MM.yyyy") + ";" + grouped(reach, " ") + ";"
                                    + grouped(followers, " ")
                            : day(FIRST.plusDays(d), "yyyy-MM-dd") + "," + reach + "," + followers);
        }
        return lines;
    }

    private static List<String> nps(boolean russian) {
        Random chance = new Random(18);
        List<String> lines = new ArrayList<>();
        lines.add(
                russian
                        ? "Отметка времени,\"Насколько вероятно, что вы порекомендуете нас знакомым?\",Комментарий"
                        : "Timestamp,\"How likely are you to recommend us?\",Comment");
        for (int i = 0; i < 30; i++) {
            LocalDateTime at = FIRST.plusDays(i / 10).atTime(9 + chance.nextInt(9), chance.nextInt(60), 7);
            String score = i == 13 ? "" : String.valueOf(Math.min(10, 3 + chance.nextInt(9)));
            lines.add(time(at, russian ? "dd.MM.yyyy HH:mm:ss" : "M/d/yyyy H:mm:ss") + "," + score + ",");
        }
        return lines;
    }

    private static List<String> lift(boolean russian) {
        String head = russian
                ? "Исследование;Дата окончания;Вопрос;Группа;Ответы;Положительные ответы"
                : "Study,Study end,Question,Group,Answers,Positive answers";
        String[] groups =
                russian ? new String[] {"Видели рекламу", "Контрольная"} : new String[] {"Exposed", "Control"};
        List<String> lines = new ArrayList<>(List.of(head));
        Random chance = new Random(19);
        for (int i = 0; i < 2; i++) {
            for (String group : groups) {
                int answers = 1000 + chance.nextInt(500);
                String line = (russian ? "Осень " : "Autumn ") + i + ","
                        + day(FIRST.plusDays(9L * i), russian ? "dd.MM.yyyy" : "yyyy-MM-dd") + ","
                        + (russian ? "Знание марки" : "Awareness") + "," + group + "," + answers + ","
                        + (answers / 4 + (group.equals(groups[0]) ? 60 : 0));
                lines.add(russian ? line.replace(',', ';') : line);
            }
        }
        return lines;
    }

    private static List<String> postings() {
        Random chance = new Random(20);
        List<String> lines = new ArrayList<>();
        lines.add("Журнал проводок;;;;;;;");
        lines.add("Период: сентябрь 2026 г.;;;;;;;");
        lines.add("Дата;Документ;Содержание;Счет Дт;Субконто1 Дт;Счет Кт;Субконто1 Кт;Сумма");
        for (int d = 0; d < 4; d++) {
            long sale = 1_200_000L + 12L * chance.nextInt(100_000);
            lines.add(posting(d, "Реализация", "62.01", "ООО Ромашка", "90.01.1", "Товары", sale));
            lines.add(posting(d, "НДС с реализации", "90.03", "Товары", "68.02", "НДС", sale / 6));
            lines.add(posting(d, "Себестоимость", "90.02.1", "Товары", "41.01", "Склад", sale / 2));
            lines.add(posting(
                    d, "Реклама", "44.01", "Реклама в интернете", "60.01", "Яндекс", 90_000 + chance.nextInt(50_000)));
            lines.add(posting(
                    d,
                    "Маркетинг",
                    "44.01",
                    "Маркетинг: исследования",
                    "60.01",
                    "Опросы",
                    30_000 + chance.nextInt(9_000)));
            lines.add(posting(d, "Зарплата", "44.01", "Отдел продаж", "70", "Петров", 80_000 + chance.nextInt(9_000)));
            lines.add(posting(
                    d, "Аренда офиса", "26", "Аренда", "60.01", "Бизнес-центр", 70_000 + chance.nextInt(9_000)));
        }
        lines.add("Итого;;;;;;;" + money(9_999_999, "\u00a0", ","));
        return lines;
    }

    private static String posting(int d, String words, String debit, String of, String credit, String to, long cents) {
        return time(FIRST.plusDays(7L * d).atTime(12, 0), "dd.MM.yyyy H:mm:ss") + ";Операция " + d + ";" + words + ";"
                + debit + ";" + of + ";" + credit + ";" + to + ";" + money(cents, "\u00a0", ",");
    }

    private static List<String> ledger() {
        Random chance = new Random(21);
        List<String> lines = new ArrayList<>(List.of("General ledger", "\"September 1, 2026 - September 30, 2026\""));
        lines.add("Date,Journal,Account,Account name,Debit,Credit");
        for (int d = 0; d < 4; d++) {
            String day = day(FIRST.plusDays(7L * d), "yyyy-MM-dd");
            long sale = 900_000L + chance.nextInt(500_000);
            lines.add(day + ",S" + d + ",4000,Sales," + "," + quoted(money(sale, ",", ".")));
            lines.add(day + ",S" + d + ",4900,Returns," + money(5_000 + chance.nextInt(900), ",", ".") + ",");
            lines.add(day + ",C" + d + ",5000,Cost of goods," + quoted(money(sale / 2, ",", ".")) + ",");
            lines.add(day + ",P" + d + ",6110,Advertising: search,"
                    + quoted(money(120_000 + chance.nextInt(50_000), ",", ".")) + ",");
            lines.add(day + ",P" + d + ",6120,Events," + money(30_000 + chance.nextInt(9_000), ",", ".") + ",");
            lines.add(day + ",P" + d + ",6200,Sales salaries," + money(80_000 + chance.nextInt(9_000), ",", ".") + ",");
            lines.add(day + ",P" + d + ",6300,Rent," + money(70_000 + chance.nextInt(9_000), ",", ".") + ",");
        }
        lines.add("Total,,,,\"99,999.99\",\"99,999.99\"");
        return lines;
    }

    private static List<String> months(boolean russian) {
        return russian
                ? List.of(
                        "Подразделение;Показатель;Июль 2026;авг 2026;сент. 2026 г.",
                        "MARKETING;LEADS;1 120;1 204;1 310",
                        "MARKETING;MKT_COST;1 350 000,50;1 410 000;1 395 200,25",
                        "SALES;ORDERS;210;н/д;240",
                        "Итого;;9;9;9")
                : List.of(
                        "Unit,Measure,Jul 2026,Aug 2026,2026-09",
                        "MARKETING,LEADS,1120,1204,1310",
                        "MARKETING,MKT_COST,1350000.50,1410000,1395200.25",
                        "SALES,ORDERS,210,n/a,240",
                        "Total,,9,9,9");
    }

    private static List<String> purchases() {
        return List.of(
                "masterid,date,cds,sales",
                "00004,19970101,2,29.33",
                "00004,19970118,2,29.73",
                "00018,19970104,1,14.96",
                "00018,19970302,3,40.02");
    }
}
