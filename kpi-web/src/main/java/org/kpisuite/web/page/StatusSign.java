package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.scorecard.Status;

/**
 * {@code <k:status of="#{…}" running="…" label="…"/>}: ● ▲ ■ ○ as a symbol of 12 px.
 *
 * <p>A running period has a smaller core inside an outline of the same shape; no value is a hollow ring. Without a
 * label it is silent, for a legend.
 */
@FacesComponent("kpi.Status")
public class StatusSign extends Drawn {
    @Override
    String draw() {
        Object of = getAttributes().get("of");
        Status status = of instanceof Status s ? s : Status.valueOf(String.valueOf(of));
        return sign(status, flag("running"), attribute("label", String.class));
    }

    static String sign(Status status, boolean running, @Nullable String label) {
        String access = label == null
                ? "aria-hidden=\"true\""
                : "role=\"img\" aria-label=\"" + Svg.escape(label) + "\"><title>" + Svg.escape(label) + "</title";
        return "<svg class=\"sg " + letter(status) + "\" viewBox=\"0 0 12 12\" " + access + ">"
                + (running ? outlined(status) : solid(status)) + "</svg>";
    }

    private static String letter(Status status) {
        return switch (status) {
            case GREEN -> "g";
            case AMBER -> "a";
            case RED -> "x";
            case GREY -> "o";
        };
    }

    private static String solid(Status status) {
        return switch (status) {
            case GREEN -> "<circle cx=\"6\" cy=\"6\" r=\"5.2\" fill=\"currentColor\"/>";
            case AMBER -> "<path d=\"M6 .8 11.8 11.2H.2Z\" fill=\"currentColor\"/>";
            case RED -> "<rect x=\"1\" y=\"1\" width=\"10\" height=\"10\" fill=\"currentColor\"/>";
            case GREY ->
                "<circle cx=\"6\" cy=\"6\" r=\"4.7\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.4\"/>";
        };
    }

    private static String outlined(Status status) {
        return switch (status) {
            case GREEN ->
                "<circle cx=\"6\" cy=\"6\" r=\"5.2\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\"/>"
                        + "<circle cx=\"6\" cy=\"6\" r=\"3\" fill=\"currentColor\"/>";
            case AMBER ->
                "<path d=\"M6 1.1 11.4 11H.6Z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\""
                        + " stroke-linejoin=\"round\"/><path d=\"M6 5 8.6 9.4H3.4Z\" fill=\"currentColor\"/>";
            case RED ->
                "<rect x=\"1\" y=\"1\" width=\"10\" height=\"10\" fill=\"none\" stroke=\"currentColor\""
                        + " stroke-width=\"1.2\"/><rect x=\"3.4\" y=\"3.4\" width=\"5.2\" height=\"5.2\""
                        + " fill=\"currentColor\"/>";
            case GREY -> solid(Status.GREY);
        };
    }
}
