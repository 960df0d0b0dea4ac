package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.util.List;
import java.util.Set;

/** {@code <k:steps of="#{…}"/>}: the steps of an explanation as nested lists, each with parts folded under it. */
@FacesComponent("kpi.StepTree")
public class StepTree extends Drawn {
    private static final Set<String> FORMULAS = Set.of("ACTUAL", "INDICATOR", "LINK", "PREVIOUS", "PRIOR_YEAR");

    @Override
    String draw() {
        List<?> steps = attribute("of", List.class);
        StringBuilder out = new StringBuilder(4096);
        list(steps.stream().map(ExplainStep.class::cast).toList(), 0, out);
        return out.toString();
    }

    static void list(List<ExplainStep> steps, int depth, StringBuilder out) {
        out.append("<ul class=\"xt\">");
        for (ExplainStep step : steps) {
            out.append("<li class=\"x-").append(step.kind()).append("\">");
            if (step.parts().isEmpty()) {
                out.append("<div class=\"xw xl\">");
                line(step, depth, out);
                out.append("</div>");
            } else {
                out.append(step.open() ? "<details class=\"xp\" open=\"open\">" : "<details class=\"xp\">");
                out.append("<summary class=\"xw\">");
                line(step, depth, out);
                out.append("</summary>");
                list(step.parts(), depth + 1, out);
                out.append("</details>");
            }
            out.append("</li>");
        }
        out.append("</ul>");
    }

    private static void line(ExplainStep step, int depth, StringBuilder out) {
        out.append("<span class=\"xn\" style=\"--d:").append(depth).append("\"><span class=\"xa\">");
        part("xk", step.label(), out);
        part("xm", step.name(), out);
        part("code m", step.code(), out);
        out.append("</span>");
        part(FORMULAS.contains(step.kind()) ? "xf code" : "xf", step.working(), out);
        part("xs", step.source(), out);
        out.append("</span>");
        part("xr", step.rule(), out);
        part(step.partial() ? "xc warn" : "xc", step.share(), out);
        out.append("<span class=\"xv num\" title=\"")
                .append(Svg.escape(step.exact()))
                .append("\">")
                .append(Svg.escape(step.value()))
                .append("</span>");
    }

    private static void part(String style, String text, StringBuilder out) {
        if (!text.isEmpty()) {
            out.append("<span class=\"")
                    .append(style)
                    .append("\">")
                    .append(Svg.escape(text))
                    .append("</span> ");
        }
    }
}
