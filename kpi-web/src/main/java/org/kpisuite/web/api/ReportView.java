package org.kpisuite.web.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.report.IssuedReport;
import org.kpisuite.domain.report.ReportDefinition;
import org.kpisuite.domain.report.ReportDownload;

/**
 * An issued file as sent.
 *
 * @param run of a schedule; null where somebody took the file by hand
 * @param organisation chosen otherwise than usual; null where not, likewise comparison and currency
 * @param look fingerprint of all that draws it: equal figures in equal look give equal bytes
 * @param traceCode that stands on it
 */
public record ReportView(
        long id,
        @Nullable Long run,
        String unit,
        String period,
        String asOf,
        @Nullable String organisation,
        @Nullable String comparison,
        @Nullable String currency,
        String locale,
        String format,
        String sha256,
        long bytes,
        @Nullable String planHash,
        @Nullable String look,
        @Nullable String traceCode,
        @Nullable String issuedBy,
        String issuedAt) {

    static ReportView of(IssuedReport report) {
        ReportDefinition definition = report.definition();
        return new ReportView(
                report.id(),
                report.runId().orElse(null),
                report.unit(),
                report.period().code(),
                report.asOf().toString(),
                definition.organisation().orElse(null),
                definition.comparison().orElse(null),
                definition.currency().orElse(null),
                report.locale().getLanguage(),
                report.format().name(),
                report.file().sha256(),
                report.file().bytes(),
                report.planHash().orElse(null),
                report.look().orElse(null),
                report.traceCode().orElse(null),
                report.issuedBy().orElse(null),
                report.issuedAt().toString());
    }

    /** The same with everybody who got it. */
    public record DetailView(ReportView report, List<RecipientView> recipients, List<DownloadView> downloads) {
        static DetailView of(IssuedReport report, List<Delivery> mails, List<ReportDownload> downloads) {
            return new DetailView(
                    ReportView.of(report),
                    mails.stream().map(RecipientView::of).toList(),
                    downloads.stream()
                            .map(d -> new DownloadView(d.person(), d.at().toString()))
                            .toList());
        }
    }

    /** Whom it was sent to. */
    public record RecipientView(
            String recipient, String state, @Nullable String sentAt) {
        static RecipientView of(Delivery mail) {
            return new RecipientView(
                    mail.recipient().text(),
                    mail.state().name(),
                    mail.sentAt().map(Object::toString).orElse(null));
        }
    }

    /** Who took it by hand. */
    public record DownloadView(String person, String at) {}
}
