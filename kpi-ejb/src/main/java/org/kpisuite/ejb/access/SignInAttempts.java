package org.kpisuite.ejb.access;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Slows down whoever guesses passwords: after five failures a name waits, longer each time. */
@Singleton
@PermitAll
@Lock(LockType.WRITE)
public class SignInAttempts {
    static final int FREE_FAILURES = 5;
    static final int NAMES_MAX = 10_000;
    private static final Duration WAIT_MAX = Duration.ofMinutes(15);

    private record Failures(int count, Instant last) {
        Instant openAgain() {
            long seconds = count < FREE_FAILURES ? 0 : 1L << Math.min(10, count - FREE_FAILURES + 3);
            Duration wait = Duration.ofSeconds(seconds);
            return last.plus(wait.compareTo(WAIT_MAX) < 0 ? wait : WAIT_MAX);
        }
    }

    /** Names by their failures, the one longest untouched first, so that memory stays bounded. */
    private final Map<String, Failures> failures = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > NAMES_MAX;
        }
    };

    @Inject
    private Clock clock;

    /** Refuses E-SIGN-IN-RATE while the name has to wait. */
    public void admit(String login) {
        Failures failed = failures.get(login);
        Instant now = clock.instant();
        if (failed != null && now.isBefore(failed.openAgain())) {
            long seconds = Math.max(1, Duration.between(now, failed.openAgain()).toSeconds());
            throw new KpiException(Code.E_SIGN_IN_RATE, String.valueOf(seconds));
        }
    }

    /** Counts a failure, forgets all after a success. */
    public void record(String login, boolean success) {
        Failures failed = failures.remove(login);
        if (!success) {
            failures.put(login, new Failures(failed == null ? 1 : failed.count() + 1, clock.instant()));
        }
    }
}
