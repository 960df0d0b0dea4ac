package org.kpisuite.reports.data;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.leadlag.LagEvidence;
import org.kpisuite.domain.leadlag.PairReading;
import org.kpisuite.domain.quantity.LocalizedText;

/** A declared pair as its test stands; numbers only where it could be made. */
public record PairView(
        String pair,
        String leading,
        String lagging,
        String granularity,
        String verdict,
        @Nullable Integer lag,
        @Nullable String r,
        @Nullable String p,
        int n,
        @Nullable String stability,
        LocalizedText text) {
    static PairView of(PairReading reading) {
        Optional<LagEvidence> found = reading.analysis().evidence();
        return new PairView(
                reading.pair().code(),
                reading.pair().leading(),
                reading.pair().lagging(),
                reading.pair().granularity().name(),
                reading.analysis().verdict().name(),
                found.map(LagEvidence::lag).orElse(null),
                Numbers.text(found.map(LagEvidence::r)),
                Numbers.text(found.map(LagEvidence::p)),
                reading.analysis().n(),
                Numbers.text(found.map(LagEvidence::stability)),
                reading.analysis().text());
    }
}
