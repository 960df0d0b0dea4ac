package org.kpisuite.web.sample;

import java.util.List;
import org.kpisuite.domain.quantity.LocalizedText;

/** A part of the sample company, with the code of the part above it; empty for the company itself. */
record Unit(String code, LocalizedText name, String parent) {
    static final Unit COMPANY = new Unit("MERIDIAN", new LocalizedText("Meridian Home", "Меридиан Дом"), "");

    static final List<Unit> DEPARTMENTS = List.of(
            new Unit(Marketing.UNIT, new LocalizedText("Marketing", "Маркетинг"), COMPANY.code()),
            new Unit(Sales.UNIT, new LocalizedText("Corporate sales", "Корпоративные продажи"), COMPANY.code()),
            new Unit(Shop.UNIT, new LocalizedText("Online shop", "Интернет-магазин"), COMPANY.code()),
            new Unit(Service.UNIT, new LocalizedText("Customer service", "Клиентский сервис"), COMPANY.code()));
}
