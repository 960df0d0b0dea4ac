package org.kpisuite.reports.page;

import java.util.List;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** An item across the periods, with its variances as strips under the numbers. */
public record MatrixRow(String name, List<Value> actual, Renderable strips, String stripWords, boolean running)
        implements Line {

    /**
     * One period.
     *
     * @param style of the template
     * @param mark right of the number, null for none
     */
    public record Value(String text, String style, @Nullable String mark) {}

    @Override
    public int height() {
        return 143;
    }

    private Value value(int index) {
        return index < actual.size() ? actual.get(index) : new Value("", "matrixRight", null);
    }

    public String actual(int index) {
        return value(index).text();
    }

    public String style(int index) {
        return value(index).style();
    }

    public @Nullable String mark(int index) {
        return value(index).mark();
    }
}
