package org.kpisuite.web.sample;

import java.util.List;

/** Somebody of the sample company. */
record Staff(String login, String name, String locale, List<Duty> duties) {
    /** A role in a unit and all below it. */
    record Duty(String role, String unit) {}

    static final Staff ADMIN = of("pavel.sorokin", "Pavel Sorokin", "en", "ADMIN", Unit.COMPANY.code());
    static final Staff AUTHOR = of("anna.belova", "Anna Belova", "ru", "AUTHOR", Unit.COMPANY.code());
    static final Staff CONTROLLER = of("nikolai.gromov", "Nikolai Gromov", "en", "CONTROLLER", Unit.COMPANY.code());
    static final Staff APPROVER = of("vera.lebedeva", "Vera Lebedeva", "ru", "APPROVER", Unit.COMPANY.code());
    static final Staff VIEWER = of("ivan.petrenko", "Ivan Petrenko", "en", "VIEWER", Unit.COMPANY.code());
    static final Staff AUDITOR = of("tamara.zueva", "Tamara Zueva", "ru", "AUDITOR", Unit.COMPANY.code());

    /** The commercial director heads sales and may approve plans: of any department but his own. */
    private static final Staff SALES_HEAD = new Staff(
            "sergey.klimov",
            "Sergey Klimov",
            "en",
            List.of(new Duty("HEAD", Sales.UNIT), new Duty("APPROVER", Unit.COMPANY.code())));

    static final List<Staff> HEADS = List.of(
            of("maxim.orlov", "Maxim Orlov", "en", "HEAD", Marketing.UNIT),
            SALES_HEAD,
            of("daria.volkova", "Daria Volkova", "ru", "HEAD", Shop.UNIT),
            of("elena.titova", "Elena Titova", "en", "HEAD", Service.UNIT));

    private static Staff of(String login, String name, String locale, String role, String unit) {
        return new Staff(login, name, locale, List.of(new Duty(role, unit)));
    }

    static Staff headOf(String unit) {
        return HEADS.stream()
                .filter(h -> h.duties().contains(new Duty("HEAD", unit)))
                .findFirst()
                .orElseThrow();
    }

    String email() {
        return login + "@meridian-home.example";
    }
}
