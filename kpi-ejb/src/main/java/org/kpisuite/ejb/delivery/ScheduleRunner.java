package org.kpisuite.ejb.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.kpisuite.domain.delivery.Answer;
import org.kpisuite.domain.delivery.DataAge;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.DeliveryState;
import org.kpisuite.domain.delivery.Reason;
import org.kpisuite.domain.delivery.ReportRun;
import org.kpisuite.domain.delivery.SendFailure;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.report.ReportDefinition;
import org.kpisuite.domain.scorecard.Scorecard;

/**
 * Works on runs: makes the scorecard once, the files once for each language, compares all of them with the scorecard, and
 * sends what is still to be sent.
 *
 * <p>Any number of runners may work on the same run at once, on any node: each mail goes to the one that claims it.
 */
@ApplicationScoped
public class ScheduleRunner {
    private static final Logger LOG = Logger.getLogger(ScheduleRunner.class.getName());

    /** Who asked for a run that nobody asked for. */
    static final String BY_SCHEDULE = "schedule";

    private DeliveryLedger ledger;
    private ScorecardSource scorecards;
    private Letters letters;
    private MailTransport transport;
    private Clock clock;

    protected ScheduleRunner() {}

    @Inject
    ScheduleRunner(
            DeliveryLedger ledger, ScorecardSource scorecards, Letters letters, MailTransport transport, Clock clock) {
        this.ledger = ledger;
        this.scorecards = scorecards;
        this.letters = letters;
        this.transport = transport;
        this.clock = clock;
    }

    /** Runs because somebody asked: whoever has no row yet gets one, and all that failed is tried again. */
    public ReportRun runByHand(long scheduleId, Instant asOf, String requestedBy) {
        ReportRun run = ledger.plan(scheduleId, asOf, requestedBy);
        work(run, Delivery::isOpen);
        return run;
    }

    /** Runs because a slot has come, or goes on with what an earlier run left undone. */
    public void runWhenDue(RunKey key) {
        ReportRun run = ledger.run(key.scheduleId(), key.asOf())
                .orElseGet(() -> ledger.plan(key.scheduleId(), key.asOf(), BY_SCHEDULE));
        Instant now = clock.instant();
        work(run, d -> d.isDue(now));
    }

    private void work(ReportRun run, Predicate<Delivery> wanted) {
        List<Delivery> mails = mails(run, DeliveryKind.SCORECARD, wanted);
        List<Delivery> notices = mails(run, DeliveryKind.NOTICE, wanted);
        if (mails.isEmpty() && notices.isEmpty()) {
            return;
        }
        Scorecard scorecard;
        try {
            scorecard = scorecards.read(run.unit(), run.period(), run.asOf());
        } catch (RuntimeException e) {
            fail(run, mails, e);
            fail(run, notices, e);
            return;
        }
        Map<Locale, Letter> made = Map.of();
        if (!mails.isEmpty()) {
            try {
                made = letters(run, scorecard, mails);
            } catch (RunStopped e) {
                LOG.log(Level.WARNING, "Run {0} stopped: {1}", new Object[] {run.id(), e.getMessage()});
                ledger.hold(run, e.reason());
                notices = mails(run, DeliveryKind.NOTICE, wanted);
            }
        }
        Dispatch dispatch = new Dispatch(ledger, transport);
        send(mails, made, dispatch);
        send(notices, notices(run, scorecard, notices), dispatch);
    }

    private List<Delivery> mails(ReportRun run, DeliveryKind kind, Predicate<Delivery> wanted) {
        return ledger.mails(run.id(), kind).stream().filter(wanted).toList();
    }

    /**
     * One letter for each language, all of them before the first is sent.
     *
     * <p>A language whose files cannot be made does not keep the others from theirs.
     *
     * @throws RunStopped where nothing may be sent to anybody
     */
    private Map<Locale, Letter> letters(ReportRun run, Scorecard scorecard, List<Delivery> mails) {
        Staleness staleness = new Staleness(DataAge.of(scorecard), ledger.schedule(run.scheduleId()));
        if (staleness.isTooOld()) {
            throw new RunStopped(staleness.reason());
        }
        Map<Locale, Letter> made = new LinkedHashMap<>();
        byLocale(mails).forEach((locale, recipients) -> {
            try {
                made.put(locale, letters.scorecard(scorecard, locale));
            } catch (RunStopped e) {
                throw e;
            } catch (RuntimeException e) {
                fail(run, recipients, e);
            }
        });
        made.forEach((locale, letter) ->
                letter.files().forEach(f -> ledger.issued(run, issued(run, scorecard, locale, f), f.content())));
        return made;
    }

    private Map<Locale, Letter> notices(ReportRun run, Scorecard scorecard, List<Delivery> notices) {
        Map<Locale, Letter> made = new LinkedHashMap<>();
        mails(run, DeliveryKind.SCORECARD, d -> d.state() == DeliveryState.HELD).stream()
                .flatMap(d -> d.reason().stream())
                .findFirst()
                .ifPresent(reason -> byLocale(notices)
                        .keySet()
                        .forEach(locale ->
                                made.put(locale, letters.notice(scorecard, reason, run.scheduleId(), locale))));
        return made;
    }

    private static Map<Locale, List<Delivery>> byLocale(List<Delivery> mails) {
        return mails.stream().collect(Collectors.groupingBy(Delivery::locale, LinkedHashMap::new, Collectors.toList()));
    }

    private static void send(List<Delivery> mails, Map<Locale, Letter> letters, Dispatch dispatch) {
        byLocale(mails).forEach((locale, recipients) -> {
            if (letters.containsKey(locale)) {
                recipients.forEach(r -> dispatch.send(r, letters.get(locale)));
            }
        });
    }

    private IssuedReport issued(ReportRun run, Scorecard scorecard, Locale locale, MailFile file) {
        return new IssuedReport(
                ReportDefinition.usual(run.unit(), run.period(), run.asOf()),
                scorecard,
                new IssuedReport.Issue(run.id(), locale, file.format(), file.mark(), letters.look(), run.requestedBy()),
                clock.instant());
    }

    /** A refusal is the same tomorrow; anything else may have been a bad moment. */
    private void fail(ReportRun run, List<Delivery> mails, RuntimeException failure) {
        if (mails.isEmpty()) {
            return;
        }
        String incident = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, failure, () -> "Incident " + incident + " making the scorecard of run " + run.id());
        Answer answer = Answer.because(Reason.of(Reason.Code.NOT_MADE, incident));
        boolean retryable = !(failure instanceof KpiException);
        ledger.failOpen(mails.stream().map(Delivery::id).toList(), new SendFailure(answer, retryable));
    }
}
