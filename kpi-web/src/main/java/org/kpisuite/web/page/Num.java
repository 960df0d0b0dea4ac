package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import org.kpisuite.domain.quantity.NumberText;

/**
 * {@code <k:num value="#{…}" why="#{…}"/>}: a printed number; a dash is grey, and readers hear why there is none.
 *
 * <p>{@code effect} 1 or −1 colours a variance as good or bad; 0 leaves it in ink.
 */
@FacesComponent("kpi.Num")
public class Num extends Drawn {
    @Override
    String draw() {
        return number(text("value", NumberText.NO_VALUE), text("why", ""), text("effect", "0"));
    }

    static String number(String value, String why, String effect) {
        if (value.equals(NumberText.NO_VALUE)) {
            String spoken = why.isEmpty() ? "" : "<span class=\"sr\"> " + Svg.escape(why) + "</span>";
            return "<span class=\"m\">" + NumberText.NO_VALUE + spoken + "</span>";
        }
        String colour =
                switch (effect) {
                    case "1" -> " good";
                    case "-1" -> " bad";
                    default -> "";
                };
        return "<span class=\"num" + colour + "\">" + Svg.escape(value) + "</span>";
    }
}
