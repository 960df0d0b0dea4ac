package org.kpisuite.reports.pdf;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfNumber;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfStructureElement;
import com.lowagie.text.pdf.PdfStructureTreeRoot;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a document for readers who hear it, built while its pages are drawn.
 *
 * <p>Elements of a template say by a property what they are: {@code H1}, {@code H2}, {@code P}, {@code TH} (of a column),
 * {@code TR} (the head of a new row), {@code TD}, {@code +} for more of the cell before, {@code Span} for more of one that holds a figure, {@code Figure}. A row opens its
 * table, whatever is no cell closes it. What says nothing is decoration.
 */
final class PageTags {
    private static final PdfName TABLE = new PdfName("Table");
    private static final PdfName ROW = new PdfName("TR");
    private static final PdfName HEAD = new PdfName("TH");
    private static final PdfName CELL = new PdfName("TD");
    private static final PdfName PARAGRAPH = new PdfName("P");
    private static final PdfName FIGURE = new PdfName("Figure");
    private static final PdfName SCOPE = new PdfName("Scope");
    private static final PdfName SPANNED = new PdfName("Span");
    private static final PdfName SPAN = new PdfName("ColSpan");
    private static final PdfName ALT = new PdfName("Alt");
    private static final PdfName PLACEMENT = new PdfName("BBox");
    private static final PdfName LAYOUT = new PdfName("Layout");
    private static final PdfName ARTIFACT = new PdfName("Artifact");

    private final PdfStructureElement document;
    private @Nullable PdfStructureElement table;
    private @Nullable PdfStructureElement row;
    private @Nullable PdfStructureElement cell;

    PageTags(PdfStructureTreeRoot root, String language) {
        document = new PdfStructureElement(root, new PdfName("Document"));
        document.put(PdfName.LANG, new PdfString(language));
    }

    /** Begins what an element draws as text; null says that it is decoration. */
    void begin(PdfContentByte content, @Nullable String role, int span) {
        if (role == null) {
            content.beginMarkedContentSequence(ARTIFACT);
            return;
        }
        content.beginMarkedContentSequence(element(role, span));
    }

    /** Begins a drawing that says something, in words for those who do not see it. */
    void beginFigure(PdfContentByte content, String words, float[] place, @Nullable String role) {
        PdfStructureElement parent = role == null || role.equals("Figure") ? outside() : element(role, 1);
        PdfStructureElement figure = new PdfStructureElement(parent, FIGURE);
        figure.put(ALT, new PdfString(words, PdfObject.TEXT_UNICODE));
        PdfDictionary layout = new PdfDictionary();
        layout.put(PdfName.O, LAYOUT);
        layout.put(PLACEMENT, new PdfArray(place));
        figure.put(PdfName.A, layout);
        content.beginMarkedContentSequence(figure);
    }

    void end(PdfContentByte content) {
        content.endMarkedContentSequence();
    }

    private PdfStructureElement element(String role, int span) {
        return switch (role) {
            case "TR" -> head("Row", true, span);
            case "TR+" -> head("Column", true, span);
            case "TH" -> head("Column", false, span);
            case "TD" -> row == null ? new PdfStructureElement(outside(), PARAGRAPH) : cell(CELL, span);
            case "Span" -> new PdfStructureElement(Objects.requireNonNull(cell, "a span outside of a cell"), SPANNED);
            case "+" -> cell == null ? new PdfStructureElement(outside(), PARAGRAPH) : cell;
            default -> new PdfStructureElement(outside(), new PdfName(role));
        };
    }

    private PdfStructureElement outside() {
        table = null;
        row = null;
        cell = null;
        return document;
    }

    private PdfStructureElement head(String scope, boolean newRow, int span) {
        if (newRow) {
            if (table == null) {
                table = new PdfStructureElement(document, TABLE);
            }
            row = new PdfStructureElement(table, ROW);
        }
        PdfStructureElement head = cell(HEAD, span);
        attributes(head).put(SCOPE, new PdfName(scope));
        return head;
    }

    private PdfStructureElement cell(PdfName kind, int span) {
        PdfStructureElement made =
                new PdfStructureElement(Objects.requireNonNull(row, "a cell outside of a row"), kind);
        if (span > 1) {
            attributes(made).put(SPAN, new PdfNumber(span));
        }
        cell = made;
        return made;
    }

    private static PdfDictionary attributes(PdfStructureElement element) {
        if (element.get(PdfName.A) instanceof PdfDictionary known) {
            return known;
        }
        PdfDictionary attributes = new PdfDictionary();
        attributes.put(PdfName.O, TABLE);
        element.put(PdfName.A, attributes);
        return attributes;
    }
}
