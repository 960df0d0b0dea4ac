package org.kpisuite.ejb.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kpisuite.domain.delivery.Reason;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.scorecard.ScorecardFiles;
import org.kpisuite.ejb.settings.Settings;
import org.kpisuite.reports.equality.Disagreement;
import org.kpisuite.reports.equality.Equality;
import org.kpisuite.reports.mail.ScorecardMail;
import org.kpisuite.reports.wording.HeadingText;

/** Writes what recipients get. Nothing leaves whose numbers, read back, differ from the scorecard. */
@ApplicationScoped
class Letters {
    /** Files of this size together, or larger, are not attached; a link stands instead. */
    static final long ATTACHED_BYTES_MAX = 10_000_000;

    private static final int DISAGREEMENTS_LOGGED_MAX = 10;

    private ScorecardFiles files;
    private Settings settings;

    protected Letters() {}

    @Inject
    Letters(ScorecardFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    /** Which look the files have. */
    String look() {
        return files.look();
    }

    /**
     * The scorecard in one language, with both files.
     *
     * @throws RunStopped if an output says otherwise than the scorecard
     */
    Letter scorecard(Scorecard scorecard, Locale locale) {
        ScorecardMail mail = files.mail(scorecard, locale);
        byte[] pdf = files.pdf(scorecard, locale);
        byte[] workbook = files.workbook(scorecard, locale);
        check(scorecard, locale, pdf, workbook, mail);
        List<MailFile> made = List.of(
                file(scorecard, locale, ReportFormat.PDF, pdf), file(scorecard, locale, ReportFormat.XLSX, workbook));
        boolean attached = (long) pdf.length + workbook.length < ATTACHED_BYTES_MAX;
        String text = attached ? mail.body() : mail.body() + "\n" + link(scorecard, locale) + "\n";
        return new Letter(locale, mail.subject(), text, made, attached);
    }

    private void check(Scorecard scorecard, Locale locale, byte[] pdf, byte[] workbook, ScorecardMail mail) {
        List<Disagreement> found;
        try {
            found = Equality.with(scorecard, locale).disagreements(pdf, workbook, mail, files.json(scorecard));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!found.isEmpty()) {
            Disagreement first = found.get(0);
            Reason reason = Reason.of(
                    Reason.Code.OUTPUTS_DIFFER,
                    Integer.toString(found.size()),
                    first.output().name(),
                    first.place(),
                    first.found(),
                    first.expected());
            throw new RunStopped(
                    reason,
                    found.stream()
                            .limit(DISAGREEMENTS_LOGGED_MAX)
                            .map(Disagreement::toString)
                            .collect(Collectors.joining("\n", found.size() + " differences:\n", "")));
        }
    }

    private static MailFile file(Scorecard scorecard, Locale locale, ReportFormat format, byte[] content) {
        Scorecard.Heading heading = scorecard.heading();
        LocalDate day = LocalDate.ofInstant(heading.asOf(), heading.zone());
        String name = "scorecard-%s-%s-%s-%s.%s"
                .formatted(heading.unit(), heading.period(), day, locale.getLanguage(), format.extension());
        return new MailFile(format, name, content);
    }

    private String link(Scorecard scorecard, Locale locale) {
        return Messages.text(locale, "delivery.too-large", page(scorecard));
    }

    private String page(Scorecard scorecard) {
        Scorecard.Heading heading = scorecard.heading();
        return settings.baseUrl() + "/scorecard?unit=" + heading.unit() + "&period=" + heading.period() + "&asOf="
                + heading.asOf();
    }

    /** The notice to a controller that a scorecard was held. */
    Letter notice(Scorecard scorecard, Reason reason, long schedule, Locale locale) {
        HeadingText heading = new HeadingText(scorecard, locale);
        String period = scorecard.heading().period().code();
        String kind = reason.code() == Reason.Code.OUTPUTS_DIFFER ? "differ" : "old";
        String why = Messages.text(locale, "delivery.notice.why." + kind);
        String subject = Messages.text(locale, "delivery.notice.subject", heading.unit(), period, why);
        String text = Messages.text(
                locale,
                "delivery.notice.body",
                heading.unit(),
                period,
                heading.asOf(),
                reason.text(locale),
                Messages.text(locale, "delivery.notice.todo." + kind, Long.toString(schedule)),
                page(scorecard));
        return new Letter(locale, subject, text, List.of(), false);
    }
}
