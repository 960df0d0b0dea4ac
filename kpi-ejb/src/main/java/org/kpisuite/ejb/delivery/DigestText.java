package org.kpisuite.ejb.delivery;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.ejb.inbox.Awaited;

/** The words of a digest in the language of its reader. It leads to where things are decided, and decides nothing. */
record DigestText(Locale locale, LocalDate today, String baseUrl, OrgTree units) {

    /**
     * The lines of a digest.
     *
     * @param own what the reader is awaited for
     * @param others what others are late with whose superior the reader is
     */
    String body(List<Awaited> own, List<Awaited> others) {
        StringBuilder text = new StringBuilder();
        if (!own.isEmpty()) {
            text.append(Messages.text(locale, "digest.own")).append("\n\n").append(lines(own));
        }
        if (!others.isEmpty()) {
            text.append(own.isEmpty() ? "" : "\n")
                    .append(Messages.text(locale, "digest.others"))
                    .append("\n\n")
                    .append(lines(others));
        }
        return text.append('\n')
                .append(Messages.text(locale, "digest.foot"))
                .append('\n')
                .toString();
    }

    String subject(List<Awaited> own, List<Awaited> others) {
        int overdue = (int) own.stream().filter(a -> a.due().isBefore(today)).count() + others.size();
        return overdue == 0
                ? Messages.text(locale, "digest.subject", String.valueOf(own.size()))
                : Messages.text(
                        locale,
                        "digest.subject.overdue",
                        String.valueOf(own.size() + others.size()),
                        String.valueOf(overdue));
    }

    private String lines(List<Awaited> actions) {
        return actions.stream().map(this::line).collect(Collectors.joining());
    }

    private String name(String unit) {
        return units.find(unit).map(u -> u.name().in(locale)).orElse(unit);
    }

    private String line(Awaited action) {
        String what = Messages.text(
                locale,
                "awaited." + action.kind(),
                (action.unit().map(this::name).orElse("") + " " + action.period()).strip(),
                String.valueOf(action.count()));
        String when = Messages.text(
                locale,
                action.due().isBefore(today) ? "digest.overdue" : "digest.due",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(action.due()));
        return "• " + what + "; " + when + "\n  " + baseUrl + action.page() + "\n";
    }
}
