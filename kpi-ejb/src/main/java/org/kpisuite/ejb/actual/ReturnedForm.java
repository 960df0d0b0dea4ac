package org.kpisuite.ejb.actual;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.reports.intake.ReturnedTable;
import org.kpisuite.reports.intake.ReturnedText;
import org.kpisuite.reports.intake.ReturnedWorkbook;

/** In which form a file is given back. */
public enum ReturnedForm {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet") {
        @Override
        ReturnedTable table(OutputStream out, FileLayout layout) {
            return new ReturnedWorkbook(out, layout.givenSheet().orElse(SHEET));
        }
    },
    CSV("text/csv") {
        @Override
        ReturnedTable table(OutputStream out, FileLayout layout) throws IOException {
            return new ReturnedText(
                    out,
                    Charset.forName(layout.charset()),
                    layout.givenDelimiter().orElse(DELIMITER),
                    layout.quote());
        }
    };

    private static final String SHEET = "Data";
    private static final char DELIMITER = ';';
    private static final int HEADER_LENGTH_MAX = 1 << 20;

    private final String type;

    ReturnedForm(String type) {
        this.type = type;
    }

    abstract ReturnedTable table(OutputStream out, FileLayout layout) throws IOException;

    /** The type of its content. */
    public String type() {
        return type;
    }

    /** What a name of such a file ends with. */
    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /**
     * Gives a file back into another one.
     *
     * @throws org.kpisuite.domain.failure.KpiException E-LIMIT for more than a sheet can hold; as {@link TableFile#read}
     */
    void write(Path file, FileLayout layout, ReturnedOrder order, Path target) throws IOException {
        FileLayout known = withDelimiter(file, layout);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16);
                ReturnedTable table = table(out, known)) {
            FileReturn.write(file, known, order, table);
        }
    }

    /** The layout with the delimiter that the file has: it comes back with it. */
    private static FileLayout withDelimiter(Path file, FileLayout layout) throws IOException {
        if (layout.givenDelimiter().isPresent() || FileFormat.of(file) != FileFormat.TEXT) {
            return layout;
        }
        try (BufferedReader text = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), Charset.forName(layout.charset())), 1 << 16)) {
            return layout.partedBy(Delimiter.of(text, layout, HEADER_LENGTH_MAX));
        }
    }
}
