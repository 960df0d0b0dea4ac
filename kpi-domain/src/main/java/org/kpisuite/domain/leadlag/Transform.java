package org.kpisuite.domain.leadlag;

/**
 * How both series were made comparable over time: each on its own scale, then differenced, both alike.
 *
 * <pre>
 *   LOGDIFF   z[t] − z[t − 1]
 *   SLOGDIFF  z[t] − z[t − s]      and the first difference of that where it still hangs on its past (ρ₁ &gt; 0.9)
 * </pre>
 * <p>Source: domain specification §6.2, step 2.
 *
 * @param season s in periods, 0 for LOGDIFF
 * @param again whether the first difference was taken after the seasonal one
 */
public record Transform(Scale leading, Scale lagging, int season, boolean again) {
    static final int SEASONS_MIN = 3;

    private static final double PERSISTENT = 0.9;

    /** The transformation of two aligned series. */
    static Transform of(AlignedSeries series, LagTerms terms) {
        int season = terms.seasonal() ? terms.season() : 0;
        boolean seasonal = season > 0 && series.overlap() >= SEASONS_MIN * season;
        Transform once = new Transform(series.leadingScale(), series.laggingScale(), seasonal ? season : 0, false);
        boolean again = seasonal
                && (isPersistent(once.leading(series.leading())) || isPersistent(once.lagging(series.lagging())));
        return again ? new Transform(once.leading, once.lagging, season, true) : once;
    }

    private static boolean isPersistent(double[] values) {
        double[] covariances = Series.autocovariances(values, 1);
        return covariances[1] > PERSISTENT * covariances[0];
    }

    double[] leading(double[] values) {
        return difference(leading.of(values));
    }

    double[] lagging(double[] values) {
        return difference(lagging.of(values));
    }

    private double[] difference(double[] scaled) {
        double[] first = Series.difference(scaled, Math.max(1, season));
        return again ? Series.difference(first, 1) : first;
    }

    /** Whether a slope between both has no unit: an elasticity of logarithms, or of odds where one is a share. */
    boolean isElastic() {
        return leading != Scale.LEVEL && lagging != Scale.LEVEL;
    }

    public boolean isSeasonal() {
        return season > 0;
    }

    /** {@code LOGDIFF} or {@code SLOGDIFF}. */
    public String code() {
        return isSeasonal() ? "SLOGDIFF" : "LOGDIFF";
    }
}
