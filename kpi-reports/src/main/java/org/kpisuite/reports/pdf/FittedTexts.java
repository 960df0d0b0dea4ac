package org.kpisuite.reports.pdf;

import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fill.JRMeasuredText;
import net.sf.jasperreports.engine.fill.JRTextMeasurer;
import net.sf.jasperreports.engine.util.JRStyledText;
import net.sf.jasperreports.engine.util.JRTextMeasurerFactory;

/**
 * Takes every text of a template as fitting its field: {@link Lettering} has broken and cut it already, by the same widths.
 * Named by the templates, so that nothing is measured twice.
 */
public final class FittedTexts implements JRTextMeasurerFactory {
    @Override
    public JRTextMeasurer createMeasurer(JasperReportsContext context, JRCommonText text) {
        return (styled, start, height, indent, overflow) -> new Fitted(text.getFontSize(), styled);
    }

    private record Fitted(float size, JRStyledText styled) implements JRMeasuredText {
        @Override
        public float getLeadingOffset() {
            return 0;
        }

        @Override
        public float getLineSpacingFactor() {
            return 1;
        }

        @Override
        public float getTextWidth() {
            return 0;
        }

        @Override
        public float getAverageCharWidth() {
            return 0;
        }

        @Override
        public float getTextHeight() {
            return size;
        }

        @Override
        public int getTextOffset() {
            return styled.length();
        }

        @Override
        public boolean isLeftToRight() {
            return true;
        }

        @Override
        public boolean isParagraphCut() {
            return false;
        }

        @Override
        public String getTextSuffix() {
            return "";
        }

        @Override
        public short[] getLineBreakOffsets() {
            return new short[0];
        }
    }
}
