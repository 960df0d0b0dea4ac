package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.quantity.LocalizedText;
import org.kpisuite.ejb.access.SignIn;

/** A link for one use: sets a password, or sets the installation up with its first ADMIN. */
@Named("invitation")
@RequestScoped
public class InvitationPage {
    private static final String TO_SIGN_IN = "/signin?faces-redirect=true";

    @Inject
    FacesContext faces;

    @Inject
    Reader reader;

    @EJB
    SignIn signIn;

    private String code = "";
    private String company = "";
    private String companyCode = "";
    private String login = "";
    private String name = "";
    private String email = "";
    private String password = "";
    private String again = "";

    /** Makes the first ADMIN and the company as the root of all units. */
    public @Nullable String setup() {
        if (!agree()) {
            return null;
        }
        OrgUnit root = new OrgUnit(
                companyCode.strip().toUpperCase(Locale.ROOT), new LocalizedText(company, company), null, null);
        signIn.setUp(code, root, login.strip(), name.strip(), email.strip(), password);
        return done("setup.done");
    }

    /** Sets the password of whoever was invited. */
    public @Nullable String invite() {
        if (!agree()) {
            return null;
        }
        signIn.acceptInvitation(code, password);
        return done("invite.done");
    }

    private boolean agree() {
        if (!password.equals(again)) {
            String sentence = reader.text("password.differ");
            faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, sentence));
            return false;
        }
        return true;
    }

    private String done(String key) {
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text(key), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return TO_SIGN_IN;
    }

    public String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = Objects.requireNonNullElse(code, "");
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public String getCompanyCode() {
        return companyCode;
    }

    public void setCompanyCode(String companyCode) {
        this.companyCode = companyCode;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    public String getAgain() {
        return again;
    }

    public void setAgain(String again) {
        this.again = again;
    }
}
