package org.kpisuite.benchmarks.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.warm.SampleReport;
import org.kpisuite.reports.workbook.Evidence;
import org.kpisuite.reports.workbook.FactLine;
import org.kpisuite.reports.workbook.FactLines;
import org.kpisuite.reports.workbook.ScorecardWorkbook;

/**
 * The controller's workbook: with a million delivered rows beside the bare XML of the same rows deflated at level 6, the two
 * taking turns in one process; and with five thousand, as most are. Processor time of the thread, the median counts.
 */
public final class WorkbookBenchmark {
    private static final int USUAL_ROWS = 5_000;
    private static final int USUAL_ROUNDS = 40;
    private static final long DAYS_BEFORE_1970 = 25_569;
    private static final int DEFLATE = 6;
    private static final double NANOS = 1e9;

    private WorkbookBenchmark() {}

    /** One way of writing it. */
    @FunctionalInterface
    private interface Way {
        void write(OutputStream out) throws IOException;
    }

    /** What it took, and how large it became. */
    private record Cost(double cpuSeconds, double wallSeconds, long bytes) {}

    public static void main(String[] args) throws IOException {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        System.out.printf(Locale.ROOT, "heap %,d MB%n", Runtime.getRuntime().maxMemory() >> 20);
        usual();
        large(rows, rounds);
    }

    private static void usual() throws IOException {
        SampleReport report = new SampleReport(USUAL_ROWS);
        Scorecard scorecard = report.scorecard();
        Evidence evidence = report.evidence();
        Way way = out -> new ScorecardWorkbook().write(scorecard, evidence, Messages.RU, out);
        Cost[] costs = new Cost[USUAL_ROUNDS];
        for (int i = -USUAL_ROUNDS; i < USUAL_ROUNDS; i++) {
            costs[Math.max(0, i)] = cost(way);
        }
        Cost median = median(costs);
        System.out.printf(
                Locale.ROOT,
                "usual, %,d rows: %.0f ms of processor, %.0f ms on the wall, %,d bytes (limit 250 ms)%n",
                USUAL_ROWS,
                median.cpuSeconds * 1_000,
                median.wallSeconds * 1_000,
                median.bytes);
    }

    private static void large(int rows, int rounds) throws IOException {
        SampleReport report = new SampleReport(rows);
        Scorecard scorecard = report.scorecard();
        Evidence evidence = report.evidence();
        Cost[] product = new Cost[rounds];
        Cost[] bare = new Cost[rounds];
        for (int i = -1; i < rounds; i++) {
            product[Math.max(0, i)] = cost(out -> new ScorecardWorkbook().write(scorecard, evidence, Messages.EN, out));
            bare[Math.max(0, i)] = cost(out -> bare(report.facts(), out));
        }
        Cost own = median(product);
        Cost other = median(bare);
        System.out.printf(
                Locale.ROOT,
                "%,d rows: workbook %.2f s and %,d bytes, bare XML %.2f s and %,d bytes: ratio %.2f (limit 2.00)%n",
                rows,
                own.cpuSeconds,
                own.bytes,
                other.cpuSeconds,
                other.bytes,
                own.cpuSeconds / other.cpuSeconds);
    }

    private static Cost median(Cost[] costs) {
        Arrays.sort(costs, (a, b) -> Double.compare(a.cpuSeconds, b.cpuSeconds));
        return costs[costs.length / 2];
    }

    private static Cost cost(Way way) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Counted out = new Counted();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        way.write(out);
        return new Cost(
                (threads.getCurrentThreadCpuTime() - cpu) / NANOS, (System.nanoTime() - wall) / NANOS, out.bytes);
    }

    /** The same cells and styles as plain text, one row after the other, in one entry: no formula, no chart, no checks. */
    private static void bare(FactLines facts, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(DEFLATE);
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        StringBuilder row = new StringBuilder();
        int[] number = {1};
        facts.each(fact -> {
            number[0]++;
            row.setLength(0);
            row(row, fact, number[0]);
            buffer.writeBytes(row.toString().getBytes(StandardCharsets.UTF_8));
            if (buffer.size() > 1 << 16) {
                send(buffer, zip);
            }
        });
        send(buffer, zip);
        zip.closeEntry();
        zip.finish();
    }

    private static void send(ByteArrayOutputStream buffer, OutputStream zip) {
        try {
            buffer.writeTo(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.reset();
    }

    private static void row(StringBuilder xml, FactLine fact, int row) {
        xml.append("<row r=\"").append(row).append("\">");
        text(xml, 'A', row, fact.unit());
        text(xml, 'B', row, fact.measure());
        text(xml, 'D', row, fact.period().code());
        number(xml, 'E', row, Long.toString(fact.period().start().toEpochDay() + DAYS_BEFORE_1970));
        number(xml, 'F', row, Long.toString(fact.period().endInclusive().toEpochDay() + DAYS_BEFORE_1970));
        text(xml, 'G', row, fact.scenario().name());
        number(xml, 'H', row, fact.value().toPlainString());
        text(xml, 'J', row, fact.source());
        number(xml, 'K', row, "46348.09375");
        number(xml, 'L', row, Integer.toString(fact.revision()));
        number(xml, 'M', row, Long.toString(fact.importId()));
        number(xml, 'N', row, Integer.toString(fact.row()));
        xml.append("</row>");
    }

    private static void text(StringBuilder xml, char column, int row, String text) {
        xml.append("<c r=\"").append(column).append(row).append("\" s=\"2\" t=\"inlineStr\"><is><t>");
        xml.append(text).append("</t></is></c>");
    }

    private static void number(StringBuilder xml, char column, int row, String number) {
        xml.append("<c r=\"").append(column).append(row).append("\" s=\"3\"><v>");
        xml.append(number).append("</v></c>");
    }

    /** Keeps nothing. */
    private static final class Counted extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
            bytes += len;
        }
    }
}
