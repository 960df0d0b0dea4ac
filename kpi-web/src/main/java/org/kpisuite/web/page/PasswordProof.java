package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Identity;
import org.kpisuite.ejb.access.SignIn;
import org.kpisuite.ejb.access.SignedIn;
import org.kpisuite.web.security.RequestNames;

/**
 * The password that somebody enters again before they sign, see {@code <k:prove/>}. From then on the session counts as
 * newly signed in.
 */
@Named("proof")
@RequestScoped
public class PasswordProof {
    @Inject
    HttpServletRequest request;

    @Inject
    Identity identity;

    @Inject
    Clock clock;

    @EJB
    SignIn signIn;

    @EJB
    Caller caller;

    private @Nullable String password;
    private boolean refused;

    /** Whether whoever signed in proved it lately enough to sign without the password. */
    public boolean isFresh() {
        return identity.authentication().isFresh(clock.instant());
    }

    /** Passes on whoever entered the right password now, or proved themselves lately. Refuses E-SIGN-IN, E-SIGN-IN-AGED. */
    void require() {
        if (password == null) {
            identity.authentication().requireFresh(clock.instant());
        } else {
            demand();
        }
    }

    /** Passes on only whoever entered the right password now. Refuses E-SIGN-IN. */
    void demand() {
        SignedIn proved = signIn.byPassword(caller.login(), password == null ? "" : password)
                .orElseThrow(() -> {
                    refused = true;
                    return new KpiException(Code.E_SIGN_IN);
                });
        request.getSession().setAttribute(RequestNames.PROVED_AT, proved.provedAt());
        identity.setProof(proved.authMethod(), proved.provedAt());
    }

    /** Whether a wrong password has just been entered, so that it is asked for anew. */
    public boolean isRefused() {
        return refused;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }
}
