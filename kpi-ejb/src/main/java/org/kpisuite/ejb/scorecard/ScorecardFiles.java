package org.kpisuite.ejb.scorecard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.kpisuite.domain.report.ReportFormat;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.ejb.settings.SettingHistory;
import org.kpisuite.reports.data.ScorecardJson;
import org.kpisuite.reports.look.ReportLook;
import org.kpisuite.reports.mail.ScorecardMail;
import org.kpisuite.reports.pdf.ScorecardPdf;
import org.kpisuite.reports.template.LookVersion;
import org.kpisuite.reports.workbook.ScorecardWorkbook;

/** The files of a scorecard, in the look that the organisation had at its instant. Equal scorecards give equal bytes. */
@ApplicationScoped
public class ScorecardFiles {
    private EvidenceReader evidence;
    private Function<Instant, ReportLook> looks;

    /** For the container's own use. */
    protected ScorecardFiles() {}

    @Inject
    public ScorecardFiles(EvidenceReader evidence, SettingHistory settings) {
        this(evidence, settings::lookAt);
    }

    /** In looks from elsewhere than the settings. */
    public ScorecardFiles(EvidenceReader evidence, Function<Instant, ReportLook> looks) {
        this.evidence = evidence;
        this.looks = looks;
    }

    private ReportLook look(Scorecard scorecard) {
        return looks.apply(scorecard.heading().asOf());
    }

    /** By which release of the look the files are made. */
    public String look() {
        return LookVersion.CURRENT;
    }

    /** The file of a format, of a scorecard that was read by those choices. */
    @Transactional(Transactional.TxType.REQUIRED)
    public byte[] of(Scorecard scorecard, ScorecardQuery.Choices choices, Locale locale, ReportFormat format) {
        return format == ReportFormat.PDF ? pdf(scorecard, locale) : workbook(scorecard, choices, locale);
    }

    /** All units of which that file tells something: those of the scorecard, and of the rows in a workbook. */
    @Transactional(Transactional.TxType.REQUIRED)
    public Set<String> units(Scorecard scorecard, ScorecardQuery.Choices choices, ReportFormat format) {
        Set<String> shown = scorecard.unitsShown();
        if (format == ReportFormat.XLSX) {
            shown.addAll(evidence.units(scorecard, choices));
        }
        return shown;
    }

    /** The management scorecard. */
    public byte[] pdf(Scorecard scorecard, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ScorecardPdf.write(scorecard, locale, look(scorecard), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The controller's workbook, with the rows behind its numbers. */
    @Transactional(Transactional.TxType.REQUIRED)
    public byte[] workbook(Scorecard scorecard, Locale locale) {
        return workbook(scorecard, ScorecardQuery.Choices.USUAL, locale);
    }

    /** The same of a scorecard that was read by other choices than the usual ones. */
    @Transactional(Transactional.TxType.REQUIRED)
    public byte[] workbook(Scorecard scorecard, ScorecardQuery.Choices choices, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ScorecardWorkbook().write(scorecard, evidence.of(scorecard, choices), locale, look(scorecard), out);
        return out.toByteArray();
    }

    /** Subject and text of the mail that carries both. */
    public ScorecardMail mail(Scorecard scorecard, Locale locale) {
        return ScorecardMail.of(scorecard, locale);
    }

    /** The same as data, as the API answers it. */
    public String json(Scorecard scorecard) {
        return ScorecardJson.of(scorecard);
    }
}
