package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.QuarantineState;
import org.kpisuite.domain.actual.Quarantined;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.actual.Quarantine;
import org.kpisuite.ejb.catalogue.Catalogues;
import org.kpisuite.ejb.organisation.Units;
import org.kpisuite.ejb.settings.Settings;

/** Rows that came for closed periods: {@code /quarantine?import=&show=open|decided&group=}, decided on one or many at once. */
@Named("quarantine")
@RequestScoped
public class QuarantinePage {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final List<QuarantineState> OPEN = List.of(QuarantineState.OPEN, QuarantineState.PROPOSED);
    private static final String DECIDED = "decided";

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    @Inject
    Settings settings;

    @EJB
    Quarantine quarantine;

    @EJB
    Catalogues catalogues;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private @Nullable Long importId;
    private boolean history;
    private @Nullable String asked;
    private @Nullable String reason;
    private List<QuarantineGroup> groups = List.of();

    /** The address says what is shown; forms keep it. */
    @PostConstruct
    void open() {
        importId = Optional.ofNullable(request.getParameter("import"))
                .filter(i -> NUMBER.matcher(i).matches())
                .map(Long::valueOf)
                .orElse(null);
        history = DECIDED.equals(request.getParameter("show"));
        asked = request.getParameter("group");
        List<QuarantineState> states = history
                ? Arrays.stream(QuarantineState.values())
                        .filter(s -> !s.isOpen())
                        .toList()
                : OPEN;
        List<Quarantined> rows =
                quarantine.list(new Quarantine.Selection(null, null, states, importId), 0, Quarantine.GROUP_MAX);
        Map<String, List<Quarantined>> byGroup = new LinkedHashMap<>();
        rows.forEach(r -> byGroup.computeIfAbsent(QuarantineGroup.key(r), k -> new ArrayList<>())
                .add(r));
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        QuarantineText text = new QuarantineText(catalogues.get(), units.list(), settings.workingDays(), today, reader);
        groups = byGroup.values().stream()
                .map(group -> new QuarantineGroup(
                        group, quarantine.shown(group.get(0), false).openUntil(), caller.login(), text))
                .sorted(
                        history
                                ? Comparator.comparing(QuarantineGroup::lastDecided)
                                        .reversed()
                                : Comparator.comparing(QuarantineGroup::until))
                .toList();
    }

    public List<QuarantineGroup> getGroups() {
        return groups;
    }

    public boolean isHistory() {
        return history;
    }

    public String getHeadline() {
        if (history) {
            return reader.text("quarantine.history");
        }
        long rows = groups.stream().mapToLong(QuarantineGroup::size).sum();
        return rows == 0
                ? reader.text("quarantine.none")
                : reader.text(
                        "quarantine.headline", reader.count(rows), groups.get(0).getUntil());
    }

    /** The group of the address, else the first; null where there is none. */
    public @Nullable QuarantineGroup getChosen() {
        return groups.stream()
                .filter(g -> g.getKey().equals(asked))
                .findFirst()
                .orElse(groups.isEmpty() ? null : groups.get(0));
    }

    /** What letting in the chosen group would do to scores. */
    public List<QuarantineText.Score> getEffect() {
        QuarantineGroup chosen = Objects.requireNonNull(getChosen());
        return chosen.text().scores(quarantine.effect(chosen.rows()));
    }

    public String getEffectText() {
        QuarantineGroup chosen = Objects.requireNonNull(getChosen());
        return chosen.text().effect(quarantine.effect(chosen.rows()));
    }

    public boolean isDecider() {
        QuarantineGroup chosen = getChosen();
        return !history
                && chosen != null
                && chosen.rows().stream()
                        .anyMatch(r -> caller.has(r.key().unit(), Role.CONTROLLER)
                                || (r.state() == QuarantineState.PROPOSED
                                        && caller.has(r.key().unit(), Role.APPROVER)));
    }

    public boolean isMayOpenImports() {
        return caller.roles().contains(Role.CONTROLLER) || caller.roles().contains(Role.AUDITOR);
    }

    private Collection<Long> rows() {
        String[] given = request.getParameterValues("row");
        List<Long> rows = given == null
                ? List.of()
                : Arrays.stream(given)
                        .filter(r -> NUMBER.matcher(r).matches())
                        .map(Long::valueOf)
                        .toList();
        if (rows.isEmpty()) {
            throw new KpiException(
                    List.of(Refusal.ofField(Code.E_FIELD_MISSING, "rows", null, reader.text("quarantine.rows"))));
        }
        return rows;
    }

    public String accept() {
        List<Quarantined> decided = quarantine.accept(rows(), reason);
        boolean proposed = decided.stream().anyMatch(r -> r.state() == QuarantineState.PROPOSED);
        return done(proposed ? "proposed" : "accepted", decided.size());
    }

    public String acceptForHistory() {
        return done("history", quarantine.acceptForHistory(rows(), reason).size());
    }

    public String reject() {
        return done("rejected", quarantine.reject(rows(), reason).size());
    }

    private String done(String what, int rows) {
        String sentence = reader.text("quarantine.done." + what, reader.count(rows));
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/quarantine?faces-redirect=true" + (importId == null ? "" : "&import=" + importId);
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
