package org.kpisuite.web.sample;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * Loads the sample company into a running suite and does the main job, over the public API only.
 *
 * <p>Arguments: address of the suite, bootstrap token, folder for the files, and optionally the last Sunday of the
 * figures; without it the last one that is over. Ends with 0, or with 1 and the reason. May be run again.
 */
public final class Demo {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final int USAGE = 64;
    private static final int ARGUMENTS = 3;

    private Demo() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length < ARGUMENTS || arguments.length > ARGUMENTS + 1) {
            out.println("Usage: Demo <address> <bootstrap token> <folder for files> [last Sunday]");
            System.exit(USAGE);
        }
        try {
            Clock clock = Clock.system(ZONE);
            LocalDate sunday = arguments.length > ARGUMENTS
                    ? LocalDate.parse(arguments[ARGUMENTS])
                    : LocalDate.now(clock).with(TemporalAdjusters.previous(DayOfWeek.SUNDAY));
            run(arguments[0].replaceAll("/+$", ""), arguments[1], Path.of(arguments[2]), sunday, clock, out);
        } catch (DemoFailure | UncheckedIOException e) {
            out.println();
            out.println("The demo cannot go on: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String base, String token, Path folder, LocalDate sunday, Clock clock, PrintStream out) {
        Protocol protocol = new Protocol(out);
        SampleCompany company = SampleCompany.until(sunday);
        CompanySteps people = new CompanySteps(base, new Client(base, token), protocol);
        people.run();
        new ImportSteps(company, people.signedIn(Staff.CONTROLLER, "read", "import"), protocol).run();
        new PairSteps(people.signedIn(Staff.CONTROLLER, "read", "plan"), protocol).run();
        new PlanSteps(company, people, protocol).run();
        Instant asOf = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Client controller = people.signedIn(Staff.CONTROLLER, "read", "plan");
        new ReportSteps(company, controller, protocol, folder, asOf).run();
        protocol.end();
        people.printSignIns();
    }
}
