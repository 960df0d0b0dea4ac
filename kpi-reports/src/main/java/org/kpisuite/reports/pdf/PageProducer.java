package org.kpisuite.reports.pdf;

import com.lowagie.text.Rectangle;
import java.io.OutputStream;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.PrintPageFormat;
import net.sf.jasperreports.pdf.classic.ClassicDocument;
import net.sf.jasperreports.pdf.classic.ClassicPdfProducer;
import net.sf.jasperreports.pdf.common.PdfDocument;
import net.sf.jasperreports.pdf.common.PdfDocumentWriter;
import net.sf.jasperreports.pdf.common.PdfProducerContext;
import org.kpisuite.reports.look.PaperSize;

/** Makes pages of the size of the paper, whatever the unit of the template is, and lets {@link Document} say what the file is. */
final class PageProducer extends ClassicPdfProducer {
    private final Document document;
    private com.lowagie.text.Document pages;

    PageProducer(PdfProducerContext context, Document document) {
        super(context);
        this.document = document;
    }

    @Override
    public PdfDocument createDocument(PrintPageFormat format) {
        PdfDocument made = super.createDocument(format);
        pages = ((ClassicDocument) made).getDocument();
        setPageSize(format, format.getPageWidth(), format.getPageHeight());
        return made;
    }

    @Override
    public PdfDocumentWriter createWriter(OutputStream out) throws JRException {
        PdfDocumentWriter made = super.createWriter(out);
        document.describe(getPdfWriter());
        return made;
    }

    @Override
    public void setPageSize(PrintPageFormat format, int width, int height) {
        PaperSize paper = document.look().paper();
        pages.setPageSize(new Rectangle(paper.width(), paper.height()));
    }

    @Override
    public void close() {
        document.date(getPdfWriter());
        super.close();
    }
}
