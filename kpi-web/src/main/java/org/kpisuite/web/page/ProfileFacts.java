package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.ejb.actual.ImportResult;

/** What a profile says about a file, line by line, as the panel beside its rows prints it. */
public final class ProfileFacts {
    private final ImportProfile profile;
    private final ImportResult run;
    private final ProfileNames names;
    private final Reader reader;
    private final boolean known;

    ProfileFacts(ImportProfile profile, ImportResult run, ProfileNames names, Reader reader, boolean known) {
        this.profile = profile;
        this.run = run;
        this.names = names;
        this.reader = reader;
        this.known = known;
    }

    /** A label and what stands beside it. */
    public record Line(String label, String text) {}

    public String getName() {
        return names.of(profile.code());
    }

    public String getAbout() {
        return profile.about().in(reader.getLocale());
    }

    public List<Line> getLines() {
        IntakeRules rules = profile.rules();
        List<Line> lines = new ArrayList<>();
        String columns = reader.count(profile.form().required().distinct().count());
        lines.add(line("why", known ? reader.text("preview.why.known", columns) : reader.text("preview.why.chosen")));
        lines.add(
                line("numbers", reader.text("preview.numbers." + rules.numbers().name())));
        lines.add(line("percent", reader.text("preview.percent." + name(rules.percentAs()))));
        lines.add(line("weeks", reader.text("preview.weeks.iso")));
        if (rules.multiplier().compareTo(BigDecimal.ONE) != 0) {
            lines.add(line("multiplier", "× " + reader.numbers().plain(rules.multiplier())));
        }
        if (rules.currency() != null) {
            lines.add(line("currency", rules.currency()));
        }
        lines.add(line("source", rules.source()));
        if (profile.snapshot() != null) {
            String measures = String.join(", ", new TreeSet<>(profile.snapshot().measures()));
            lines.add(line("snapshot", reader.text("preview.snapshot", measures)));
        }
        String extra = run.issues().stream()
                .filter(i -> i.code() == Code.W_COL_UNKNOWN)
                .map(i -> reader.text("preview.quoted", Objects.requireNonNullElse(i.value(), "")))
                .distinct()
                .collect(Collectors.joining(", "));
        if (!extra.isEmpty()) {
            lines.add(line("extra", reader.text("preview.extra.unread", extra)));
        }
        return lines;
    }

    private static String name(@Nullable Enum<?> choice) {
        return choice == null ? "NONE" : choice.name();
    }

    private Line line(String label, String text) {
        return new Line(reader.text("preview.fact." + label), text);
    }
}
