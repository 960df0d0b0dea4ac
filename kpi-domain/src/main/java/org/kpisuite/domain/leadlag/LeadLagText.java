package org.kpisuite.domain.leadlag;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kpisuite.domain.calendar.Period;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.leadlag.LagNote.Kind;
import org.kpisuite.domain.plan.CountedWord;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.domain.quantity.NumberText;

/**
 * A verdict and its notes in words. They tell of links, never of causes. Source: domain specification §6.3, §6.8.
 *
 * @param leading name of the leading indicator
 * @param lagging name of the lagging one
 */
record LeadLagText(LagTerms terms, LocalizedText leading, LocalizedText lagging) {
    private static final int CORRELATION_SCALE = 2;
    private static final int EXTREMES_TOLD = 5;

    LocalizedText verdict(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        String key = "leadlag.verdict." + verdict;
        int n = judgement.points();
        return switch (verdict) {
            case INSUFFICIENT -> n < PairTest.POINTS_MIN ? text(key, n) : text("leadlag.note." + Kind.TOO_FEW_PAIRS);
            case NOT_FOUND -> text(key, n);
            case REVERSED, COINCIDENT -> text(key, leading, lagging);
            case WEAK -> {
                LagEvidence found = judgement.evidence().orElseThrow();
                yield found.lag() == 0 ? text(key + ".same") : text(key, lead(judgement, found));
            }
            case CONFIRMED -> {
                LagEvidence found = judgement.evidence().orElseThrow();
                yield text(
                        key,
                        leading,
                        lagging,
                        lead(judgement, found),
                        correlation(found.r()),
                        n,
                        percent(found.stability()));
            }
        };
    }

    /** By how much: the range where the response is spread, for then its peak may not be named (§6.1). */
    private LocalizedText lead(Judgement judgement, LagEvidence found) {
        if (!judgement.isSpread()) {
            return periods(found.lag());
        }
        LocalizedText last = periods(found.lastSignificant().orElseThrow());
        return each(locale -> found.firstSignificant().orElseThrow() + "–" + last.in(locale));
    }

    List<LagNote> notes(Judgement judgement, UsedSeries x, UsedSeries y) {
        List<LagNote> notes = new ArrayList<>();
        judgement.notes().forEach(kind -> notes.add(note(kind, judgement)));
        of(x, leading, notes);
        of(y, lagging, notes);
        return notes;
    }

    private LagNote note(Kind kind, Judgement judgement) {
        return switch (kind) {
            case INDICATIVE -> note(kind, judgement.points());
            case SEASONALITY_NOT_CONTROLLED -> note(kind, periods(Transform.SEASONS_MIN * terms.season()));
            case SHARED_SEASON -> note(kind, judgement.seasons());
            case SEASON_LEFT -> note(kind, periods(terms.season()));
            case TOO_FEW_PAIRS, FEEDBACK -> note(kind, new Object[0]);
            case LAG_NOT_TRIED, LAGS_CUT -> reach(kind, judgement);
            default -> note(kind, judgement.evidence().orElseThrow());
        };
    }

    /** How far lags were looked at, and why no further. */
    private LagNote reach(Kind kind, Judgement judgement) {
        int reach = judgement.evidence().orElseThrow().lagMax();
        int wanted = kind == Kind.LAG_NOT_TRIED ? terms.expectedLag() : terms.maxPlausibleLag();
        boolean ofPoints = reach == judgement.points() / PairTest.POINTS_PER_LAG;
        LocalizedText why = ofPoints
                ? text("leadlag.reach.points", judgement.points())
                : text("leadlag.reach.overlap", CrossCorrelation.PAIRS_MIN);
        return note(kind, wanted, reach, why);
    }

    private LagNote note(Kind kind, LagEvidence found) {
        return switch (kind) {
            case PEAK_AT_EDGE -> note(kind, periods(found.lagMax()));
            case OUTLIERS -> note(kind, correlation(found.spearman()), extremes(found.outliers()));
            case UNSTABLE -> note(kind, percent(found.stability()));
            case WRONG_SIGN -> note(kind, periods(found.lag()), correlation(found.r()));
            case SPREAD ->
                note(
                        kind,
                        periods(found.firstSignificant().orElseThrow()),
                        found.firstSignificant().orElseThrow(),
                        found.lastSignificant().orElseThrow());
            case OTHER_LAG -> note(kind, periods(terms.expectedLag()), periods(found.lag()));
            default -> {
                LagEvidence.Reverse reverse = found.reverse().orElseThrow();
                yield note(kind, lagging, leading, periods(reverse.lag()), correlation(reverse.r()));
            }
        };
    }

    private static void of(UsedSeries series, LocalizedText name, List<LagNote> notes) {
        if (!series.gaps().isEmpty()) {
            notes.add(note(Kind.GAPS, name, series.gaps().size()));
        }
        series.definedSince()
                .filter(since -> series.leftOut() > 0)
                .ifPresent(since -> notes.add(note(Kind.DEFINITION_BREAK, name, since.code(), series.leftOut())));
    }

    private LocalizedText periods(int count) {
        CountedWord word = CountedWord.valueOf(terms.granularity().name());
        return new LocalizedText(word.text(count, Messages.EN), word.text(count, Messages.RU));
    }

    private static LocalizedText correlation(BigDecimal r) {
        BigDecimal rounded = Decimals.round(r, CORRELATION_SCALE);
        return each(locale -> NumberText.of(locale).plain(rounded));
    }

    private static LocalizedText percent(BigDecimal share) {
        return each(locale -> NumberText.of(locale).percent(share.movePointRight(2)));
    }

    private static LocalizedText extremes(List<Period> periods) {
        return periods.isEmpty()
                ? text("leadlag.extremes.none")
                : each(locale ->
                        periods.stream().limit(EXTREMES_TOLD).map(Period::code).collect(Collectors.joining(", "))
                                + (periods.size() > EXTREMES_TOLD ? ", …" : ""));
    }

    private static LagNote note(Kind kind, Object... arguments) {
        return new LagNote(kind, text("leadlag.note." + kind, arguments));
    }

    /** The text of a key; an argument in both languages is set in in its own, any other as it is. */
    private static LocalizedText text(String key, Object... arguments) {
        return each(locale -> {
            Object[] own = new Object[arguments.length];
            for (int i = 0; i < own.length; i++) {
                own[i] = arguments[i] instanceof LocalizedText both ? both.in(locale) : arguments[i].toString();
            }
            return Messages.text(locale, key, own);
        });
    }

    private static LocalizedText each(Function<Locale, String> words) {
        return new LocalizedText(words.apply(Messages.EN), words.apply(Messages.RU));
    }
}
