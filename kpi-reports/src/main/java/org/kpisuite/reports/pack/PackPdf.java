package org.kpisuite.reports.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.report.ApprovalPack;
import org.kpisuite.reports.chart.Ink;
import org.kpisuite.reports.chart.Pencil;
import org.kpisuite.reports.chart.Picture;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.pdf.Document;
import org.kpisuite.reports.pdf.PdfFile;
import org.kpisuite.reports.pdf.Texts;

/** Writes an approval pack as PDF. Equal pack and language give equal bytes: the only time in it is that of the pack. */
public final class PackPdf {
    private static final String TEMPLATE = "/org/kpisuite/reports/pack/pack";
    private static final float FOOT_SIZE = 6;
    private static final float LOGO_WIDTH = 80;
    private static final float LOGO_HEIGHT = 14;
    private static final int HASH_SHOWN = 16;

    private PackPdf() {}

    /** In the usual look. The stream is left open. */
    public static void write(ApprovalPack pack, Locale locale, OutputStream out) throws IOException {
        write(pack, locale, ReportLook.USUAL, out);
    }

    /** The same in the look of an organisation. */
    public static void write(ApprovalPack pack, Locale locale, ReportLook look, OutputStream out) throws IOException {
        Texts texts = new Texts(locale);
        PackTexts words = new PackTexts(pack.setting(), texts);
        Paper paper = new Paper();
        new PackSections(pack, words, texts, paper).write();
        List<Paper.Sheet> sheets = paper.sheets(foot(pack, words, texts, look.logo()));
        Document document = new Document(
                words.text(
                        "title",
                        pack.setting().unit().in(texts.locale()),
                        pack.plan().period().code(),
                        String.valueOf(pack.plan().revision())),
                pack.setting().company().in(texts.locale()),
                words.text("state." + pack.plan().state().name()),
                texts.locale().getLanguage(),
                pack.setting().at(),
                List.of(),
                look);
        PdfFile.write(TEMPLATE, sheets, document, texts, out);
    }

    private static Paper.Foot foot(ApprovalPack pack, PackTexts words, Texts texts, @Nullable Picture logo) {
        String left = words.text(
                "foot",
                pack.setting().unit().in(texts.locale()),
                pack.plan().period().code(),
                String.valueOf(pack.plan().revision()),
                pack.plan().hash().map(h -> h.substring(0, HASH_SHOWN)).orElse(words.text("no-hash")),
                words.instant(pack.setting().at()));
        return (pencil, number, of) -> {
            float base = Paper.HEIGHT - 4;
            pencil.line(0, base - 9, Paper.WIDTH, base - 9, 0.3f, Ink.HAIRLINE);
            pencil.text(left, 0, base, FOOT_SIZE, false, Ink.NOTE, Pencil.Side.LEFT);
            String page = texts.text("page", String.valueOf(number), String.valueOf(of));
            pencil.text(page, Paper.WIDTH, base, FOOT_SIZE, false, Ink.NOTE, Pencil.Side.RIGHT);
            if (logo == null) {
                pencil.text(texts.text("product"), Paper.WIDTH, 8, FOOT_SIZE + 1, false, Ink.NOTE, Pencil.Side.RIGHT);
            } else {
                pencil.inside(Paper.WIDTH - LOGO_WIDTH, 0, () -> logo.draw(pencil, LOGO_WIDTH, LOGO_HEIGHT));
            }
        };
    }
}
