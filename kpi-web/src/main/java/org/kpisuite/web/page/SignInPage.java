package org.kpisuite.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** Signing in and out. Afterwards the page is shown that was asked for. */
@Named("signIn")
@RequestScoped
public class SignInPage {
    @Inject
    SecurityContext security;

    @Inject
    FacesContext faces;

    @Inject
    HttpServletRequest request;

    private @Nullable String login;
    private @Nullable String password;
    private @Nullable String from;

    /** Signs in; refuses with the same words whether the name or the password is wrong. */
    public void enter() throws IOException {
        ExternalContext external = faces.getExternalContext();
        request.getSession(true);
        AuthenticationStatus status = security.authenticate(
                request,
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams()
                        .newAuthentication(true)
                        .credential(new UsernamePasswordCredential(login, password)));
        switch (status) {
            case SUCCESS -> {
                request.changeSessionId();
                external.redirect(request.getContextPath() + destination(from));
            }
            case SEND_CONTINUE -> faces.responseComplete();
            default -> refuse();
        }
    }

    private void refuse() {
        String sentence =
                new KpiException(Code.E_SIGN_IN).message(faces.getViewRoot().getLocale());
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, Code.E_SIGN_IN.text()));
        faces.validationFailed();
    }

    public void leave() throws IOException, ServletException {
        request.logout();
        faces.getExternalContext().invalidateSession();
        faces.getExternalContext().redirect(request.getContextPath() + "/signin");
    }

    /** A path of this application; anything else is the first page. */
    static String destination(@Nullable String from) {
        return from != null && from.startsWith("/") && !from.startsWith("//") && !from.contains("\\") ? from : "/";
    }

    public @Nullable String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
