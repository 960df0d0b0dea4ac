package org.kpisuite.benchmarks.intake;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.SourceRecord;
import org.kpisuite.domain.actual.TypedCell;
import org.kpisuite.ejb.actual.RecordSink;
import org.kpisuite.ejb.actual.TableFile;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reading a workbook of a million rows by the product, beside Apache POI's {@code XSSFSheetXMLHandler} on the same file in
 * the same process: processor time of the whole process, the two taking turns, the median counts.
 */
public final class XlsxBenchmark {
    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 1, 1);

    private XlsxBenchmark() {}

    /** How many rows a way saw and, so that both must read every value, what its numbers add up to. */
    private record Seen(long rows, BigDecimal sum) {}

    /** One way of reading the file. */
    @FunctionalInterface
    private interface Way {
        Seen read(Path file) throws IOException;
    }

    public static void main(String[] args) throws IOException {
        int rows = Integer.getInteger("rows", 1_000_000);
        int rounds = Integer.getInteger("rounds", 3);
        Path file = Files.createTempFile("facts", ".xlsx");
        try {
            write(file, rows);
            System.out.printf(Locale.ROOT, "%,d rows, %,d bytes%n", rows, Files.size(file));
            double[] product = new double[rounds];
            double[] poi = new double[rounds];
            for (int i = -1; i < rounds; i++) {
                double own = cpuSeconds(XlsxBenchmark::product, file, rows);
                double other = cpuSeconds(XlsxBenchmark::poi, file, rows);
                if (i >= 0) {
                    product[i] = own;
                    poi[i] = other;
                }
            }
            Arrays.sort(product);
            Arrays.sort(poi);
            System.out.printf(
                    Locale.ROOT,
                    "product %.2f s, XSSFSheetXMLHandler %.2f s of processor: ratio %.2f (limit 0.50)%n",
                    product[rounds / 2],
                    poi[rounds / 2],
                    product[rounds / 2] / poi[rounds / 2]);
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, int rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "kpi", "1.0")) {
            Worksheet sheet = book.newWorksheet("facts");
            String[] header = {"unit", "measure", "period", "value"};
            for (int c = 0; c < header.length; c++) {
                sheet.value(0, c, header[c]);
            }
            sheet.style(0, 2).format("yyyy-mm-dd").set();
            for (int r = 1; r <= rows; r++) {
                sheet.value(r, 0, "UNIT_" + r % 20);
                sheet.value(r, 1, "MEASURE_" + r / 20 % 46);
                sheet.value(r, 2, FIRST_DAY.plusDays(r / 920 % 1_096));
                sheet.style(r, 2).format("yyyy-mm-dd").set();
                sheet.value(r, 3, BigDecimal.valueOf(r % 1_000_000L, 2));
                if (r % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static double cpuSeconds(Way way, Path file, int rows) throws IOException {
        System.gc();
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long begin = system.getProcessCpuTime();
        Seen seen = way.read(file);
        Duration cpu = Duration.ofNanos(system.getProcessCpuTime() - begin);
        BigDecimal expected = BigDecimal.ZERO;
        for (int r = 1; r <= rows; r++) {
            expected = expected.add(BigDecimal.valueOf(r % 1_000_000L, 2));
        }
        if (seen.rows != rows || seen.sum.compareTo(expected) != 0) {
            throw new IllegalStateException("not read whole: " + seen);
        }
        return cpu.toNanos() / 1e9;
    }

    private static Seen product(Path file) throws IOException {
        long[] rows = new long[1];
        BigDecimal[] sum = {BigDecimal.ZERO};
        TableFile.read(file, FileLayout.standard(), new RecordSink() {
            @Override
            public boolean header(SourceRecord header) {
                return true;
            }

            @Override
            public boolean row(SourceRecord record) {
                rows[0]++;
                if (record.cell(3) instanceof TypedCell.Exact exact) {
                    sum[0] = sum[0].add(exact.value());
                }
                return true;
            }
        });
        return new Seen(rows[0], sum[0]);
    }

    private static Seen poi(Path file) throws IOException {
        try (OPCPackage book = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(book);
            Counted counted = new Counted();
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(book), counted, false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                xml.parse(new InputSource(sheet));
            }
            return new Seen(counted.rows, counted.sum);
        } catch (OpenXML4JException | SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    /** Counts what the handler gives. */
    private static final class Counted implements XSSFSheetXMLHandler.SheetContentsHandler {
        private long rows = -1;
        private BigDecimal sum = BigDecimal.ZERO;

        @Override
        public void startRow(int row) {
            rows++;
        }

        @Override
        public void endRow(int row) {
            // counted when it began
        }

        @Override
        public void cell(String place, String text, XSSFComment comment) {
            if (rows > 0 && place.charAt(0) == 'D') {
                sum = sum.add(new BigDecimal(text));
            }
        }
    }
}
