package org.kpisuite.web.page;

import jakarta.faces.component.UIComponentBase;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A part of a page that is one drawing: it reads its attributes and writes SVG. */
abstract class Drawn extends UIComponentBase {
    static final String NAMESPACE = "org.kpisuite.page";

    @Override
    public String getFamily() {
        return NAMESPACE;
    }

    @Override
    public void encodeEnd(FacesContext faces) throws IOException {
        if (isRendered()) {
            faces.getResponseWriter().write(draw());
        }
    }

    /** The SVG, complete and escaped. */
    abstract String draw();

    <T> @Nullable T attribute(String name, Class<T> type) {
        Object value = getAttributes().get(name);
        return value == null ? null : type.cast(value);
    }

    boolean flag(String name) {
        Object value = getAttributes().get(name);
        return value != null && Boolean.parseBoolean(value.toString());
    }

    String text(String name, String otherwise) {
        Object value = getAttributes().get(name);
        return value == null ? otherwise : value.toString();
    }
}
