package org.kpisuite.web.page;

import jakarta.faces.component.FacesComponent;
import java.util.Map;

/** {@code <k:icon name="download" size="14"/>}: a line drawing beside a word; it says nothing by itself. */
@FacesComponent("kpi.Icon")
public class Icon extends Drawn {
    private static final String ALERT = "M4.6 1.5h4.8L12.5 4.6v4.8l-3.1 3.1H4.6L1.5 9.4V4.6Z M7 4.3v3.4M7 9.5v.3";
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("down", "m3.5 5.5 3.5 3.5 3.5-3.5"),
            Map.entry("left", "M8.8 3 4.8 7l4 4"),
            Map.entry("right", "m5.2 3 4 4-4 4"),
            Map.entry("check", "m2.8 7.4 2.8 2.8 5.6-6.4"),
            Map.entry("inbox", "M1.8 8 3.4 2.6h7.2L12.2 8v3.4H1.8Z M1.8 8h3l.8 1.6h2.8L9.2 8h3"),
            Map.entry(
                    "sun",
                    "M9.6 7a2.6 2.6 0 1 1-5.2 0 2.6 2.6 0 0 1 5.2 0 M7 1v1.4M7 11.6V13M1 7h1.4M11.6 7H13"
                            + "M2.8 2.8l1 1M10.2 10.2l1 1M11.2 2.8l-1 1M3.8 10.2l-1 1"),
            Map.entry("search", "M10.2 6a4.2 4.2 0 1 1-8.4 0 4.2 4.2 0 0 1 8.4 0 m-1 3.2 3.3 3.3"),
            Map.entry("alert", ALERT),
            Map.entry("warn", "M7 1.8 13 12.2H1Z M7 5.6v3.2M7 10.4v.3"),
            Map.entry("info", "M12.4 7A5.4 5.4 0 1 1 1.6 7a5.4 5.4 0 0 1 10.8 0 M7 6.2v3.6M7 4.2v.3"),
            Map.entry("clock", "M12.4 7A5.4 5.4 0 1 1 1.6 7a5.4 5.4 0 0 1 10.8 0 M7 3.8V7l2.2 1.6"),
            Map.entry("download", "M7 2v7M4 6.4 7 9.4l3-3M2.5 12h9"),
            Map.entry("upload", "M7 9.4v-7M4 5 7 2l3 3M2.5 12h9"),
            Map.entry("plus", "M7 2.5v9M2.5 7h9"),
            Map.entry("more", "M2.6 7h.8M6.6 7h.8M10.6 7h.8"),
            Map.entry("undo", "M4.5 2.5 2 5l2.5 2.5 M2 5h6a3.2 3.2 0 0 1 0 6.4H5"),
            Map.entry("remove", "m3.5 3.5 7 7M10.5 3.5l-7 7"),
            Map.entry("mail", "M1.5 3h11v8h-11Z m.3.4 5.2 4.2 5.2-4.2"));

    @Override
    String draw() {
        String size = text("size", "14");
        return "<svg width=\"" + size + "\" height=\"" + size + "\" viewBox=\"0 0 14 14\" fill=\"none\""
                + " stroke=\"currentColor\" stroke-width=\"1.3\" stroke-linecap=\"round\" stroke-linejoin=\"round\""
                + " aria-hidden=\"true\" class=\"ic\"><path d=\"" + path(text("name", "")) + "\"/></svg>";
    }

    static String path(String name) {
        String path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException("no icon " + name);
        }
        return path;
    }
}
