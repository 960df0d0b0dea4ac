package org.kpisuite.reports.pdf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/** Names of embedded font subsets carry six random letters; here they become letters that count. */
final class FontSubsets {
    private static final int PREFIX = 6;
    private static final COSName FONT_NAME = COSName.getPDFName("FontName");

    private final Map<String, String> renamed = new HashMap<>();
    private final Map<String, Integer> counted = new TreeMap<>();

    private FontSubsets() {}

    static void rename(PDDocument pdf) throws IOException {
        FontSubsets subsets = new FontSubsets();
        for (var page : pdf.getPages()) {
            subsets.rename(page.getResources());
        }
    }

    /** Those of a page and of the drawings on it. */
    private void rename(PDResources resources) throws IOException {
        for (COSName name : resources.getFontNames()) {
            rename(resources.getFont(name).getCOSObject());
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject drawing && drawing.getResources() != null) {
                rename(drawing.getResources());
            }
        }
    }

    private void rename(COSDictionary font) {
        rename(font, COSName.BASE_FONT);
        COSArray descendants = font.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null) {
            for (COSBase each : descendants) {
                COSBase descendant = each instanceof COSObject reference ? reference.getObject() : each;
                if (descendant instanceof COSDictionary dictionary) {
                    rename(dictionary);
                }
            }
        }
        COSDictionary descriptor = font.getCOSDictionary(COSName.FONT_DESC);
        if (descriptor != null) {
            rename(descriptor, FONT_NAME);
        }
    }

    private void rename(COSDictionary dictionary, COSName key) {
        String name = dictionary.getNameAsString(key);
        if (name != null && name.indexOf('+') == PREFIX && !renamed.containsValue(name)) {
            dictionary.setName(key, renamed.computeIfAbsent(name, this::fixed));
        }
    }

    private String fixed(String name) {
        String family = name.substring(PREFIX + 1);
        int number = counted.merge(family, 1, Integer::sum);
        return "KPISU" + (char) ('A' + number - 1) + "+" + family;
    }
}
