package org.kpisuite.benchmarks.report;

import com.lowagie.text.pdf.BaseFont;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.pdf.ScorecardPdf;
import org.kpisuite.reports.warm.SampleReport;

/**
 * The scorecard as PDF, with seven KPIs, thirteen diagnostics and their charts: beside the same texts, lines and areas drawn
 * with OpenPDF alone, plain beside tagged, one thread beside two. Processor time, the median counts.
 */
public final class PdfBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ReportLook PLAIN = ReportLook.USUAL.plain();
    private static final double NANOS_OF_MILLI = 1e6;
    private static final int MANY = 1_000;

    private PdfBenchmark() {}

    /** One way of writing it. */
    @FunctionalInterface
    private interface Way {
        void write(OutputStream out) throws IOException;
    }

    /** The second argument: how many runs count. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        Scorecard card = new SampleReport(5_000).scorecard();
        long start = System.nanoTime();
        byte[] plain = bytes(out -> ScorecardPdf.write(card, Messages.RU, PLAIN, out));
        print("first in this process, nothing warm: %.0f ms on the wall", millis(start));
        byte[] tagged = bytes(out -> ScorecardPdf.write(card, Messages.RU, ReportLook.USUAL, out));
        PrintedMarks marks = PrintedMarks.of(plain);
        BaseFont regular = PrintedMarks.font(false);
        BaseFont bold = PrintedMarks.font(true);
        byte[] byHand = bytes(out -> marks.draw(out, regular, bold));
        print(
                "%,d marks; plain %,d bytes, tagged %,d, by hand %,d",
                marks.count(), plain.length, tagged.length, byHand.length);
        List<Way> ways = List.of(
                out -> marks.draw(out, regular, bold),
                out -> ScorecardPdf.write(card, Messages.RU, PLAIN, out),
                out -> ScorecardPdf.write(card, Messages.RU, ReportLook.USUAL, out));
        double[] cpu = cpu(ways, rounds);
        print(
                "by hand %.2f ms, plain %.2f ms (× %.2f, limit 4), tagged %.2f ms (× %.2f of plain, limit 1.5)",
                cpu[0], cpu[1], cpu[1] / cpu[0], cpu[2], cpu[2] / cpu[1]);
        many(card);
    }

    private static void print(String text, Object... values) {
        System.out.printf(Locale.ROOT, text + "%n", values);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / NANOS_OF_MILLI;
    }

    private static byte[] bytes(Way way) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        way.write(out);
        return out.toByteArray();
    }

    /** The ways take turns, so that all see the same machine; as many runs to warm up as count. */
    private static double[] cpu(List<Way> ways, int rounds) throws IOException {
        long[][] nanos = new long[ways.size()][rounds];
        for (int i = -rounds; i < rounds; i++) {
            for (int way = 0; way < ways.size(); way++) {
                long start = THREADS.getCurrentThreadCpuTime();
                bytes(ways.get(way));
                nanos[way][Math.max(0, i)] = THREADS.getCurrentThreadCpuTime() - start;
            }
        }
        return Arrays.stream(nanos).mapToDouble(PdfBenchmark::median).toArray();
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / NANOS_OF_MILLI;
    }

    private static void many(Scorecard card) throws InterruptedException {
        double one = wall(card, 1);
        double two = wall(card, 2);
        print(
                "%,d tagged files: one thread %.1f s, two threads %.1f s each half (× %.2f, wanted 1.9)",
                MANY, one / 1_000, two / 1_000, one / two);
    }

    private static double wall(Scorecard card, int threads) throws InterruptedException {
        List<Thread> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int t = 0; t < threads; t++) {
            running.add(new Thread(() -> {
                for (int i = 0; i < MANY / threads; i++) {
                    try {
                        bytes(out -> ScorecardPdf.write(card, Messages.RU, ReportLook.USUAL, out));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }));
        }
        running.forEach(Thread::start);
        for (Thread thread : running) {
            thread.join();
        }
        return millis(start);
    }
}
