package org.kpisuite.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.leadlag.Signal;
import org.kpisuite.domain.leadlag.ToldSignal;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.leadlag.Signals;
import org.kpisuite.ejb.organisation.Units;

/** What pairs have told, who has seen it, and what became of it: {@code /signals?unit=&show=all&before=}. */
@Named("signals")
@RequestScoped
public class SignalsPage {
    private static final int ROWS = 100;

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    HttpServletRequest request;

    @EJB
    Signals signals;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private List<Signals.Shown> standing = List.of();
    private List<Signals.Shown> told = List.of();
    private Map<String, String> names = Map.of();
    private @Nullable String words;

    @PostConstruct
    void open() {
        names = units.list().stream()
                .collect(Collectors.toMap(OrgUnit::code, u -> u.name().in(reader.getLocale())));
        Optional<String> unit =
                Optional.ofNullable(request.getParameter("unit")).filter(u -> !u.isBlank());
        standing = signals.standing(unit);
        told = signals.list(
                unit,
                Optional.ofNullable(request.getParameter("before"))
                        .filter(b -> b.matches("\\d{1,18}"))
                        .map(Long::valueOf),
                ROWS);
    }

    /** One signal. */
    public record Row(
            long id,
            String unit,
            String pair,
            String address,
            Status sign,
            String severity,
            String text,
            String due,
            String told,
            String state,
            String stateKind,
            String seen,
            boolean acknowledgeable) {}

    private Row row(Signals.Shown shown) {
        ToldSignal one = shown.told();
        boolean mayAnswer = one.isAwaiting() && caller.has(one.unit(), Role.AUTHOR, Role.HEAD, Role.CONTROLLER);
        return new Row(
                one.id(),
                names.getOrDefault(one.unit(), one.unit()),
                shown.text().leading().name().in(reader.getLocale()) + " → "
                        + shown.text().lagging().name().in(reader.getLocale()),
                "leadlag?unit=" + one.unit() + "&pair=" + one.signal().pair(),
                sign(one),
                shown.text().severity(reader.getLocale()),
                shown.text().in(reader.getLocale()),
                one.signal().due().code(),
                reader.shortInstant(one.toldAt()),
                state(one),
                one.overAt().isPresent() ? "" : one.isAwaiting() ? "warn" : "acc",
                one.acknowledgement()
                        .map(a -> reader.text("signals.seen", a.person(), reader.shortInstant(a.at()), a.words()))
                        .orElse(""),
                mayAnswer);
    }

    private String state(ToldSignal one) {
        return one.overAt()
                .map(at -> reader.text("signals.over", reader.shortInstant(at)))
                .orElseGet(() -> reader.text(
                        one.acknowledgement().isPresent()
                                ? "signals.answered"
                                : one.isAwaiting() ? "signals.awaiting" : "signals.open"));
    }

    private static Status sign(ToldSignal one) {
        return switch (one.signal().severity()) {
            case ALERT -> Status.RED;
            case WATCH -> Status.AMBER;
            case INFO -> Status.GREY;
        };
    }

    public List<Row> getOpen() {
        return standing.stream()
                .sorted((a, b) -> Signal.MOST_URGENT_FIRST.compare(
                        a.told().signal(), b.told().signal()))
                .map(this::row)
                .toList();
    }

    public List<Row> getOver() {
        return told.stream()
                .filter(s -> s.told().overAt().isPresent())
                .map(this::row)
                .toList();
    }

    public boolean isNothing() {
        return standing.isEmpty() && told.isEmpty();
    }

    public String getHeadline() {
        long awaiting = standing.stream().filter(s -> s.told().isAwaiting()).count();
        return awaiting == 0 ? reader.text("signals.none") : reader.text("signals.headline", reader.count(awaiting));
    }

    /** Says that a signal was seen; the words stand with it. */
    public String acknowledge(long id) {
        signals.acknowledge(id, Optional.ofNullable(words).orElse(""));
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, reader.text("signals.acknowledged"), null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/signals?faces-redirect=true";
    }

    public @Nullable String getWords() {
        return words;
    }

    public void setWords(@Nullable String words) {
        this.words = words;
    }

    public List<String> getGhost() {
        return List.of(reader.text("attr.pair"), reader.text("signals.what"), reader.text("signals.due"));
    }
}
