package org.kpisuite.web.page;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.delivery.Delivery;
import org.kpisuite.domain.delivery.DeliveryKind;
import org.kpisuite.domain.delivery.DeliveryState;
import org.kpisuite.domain.delivery.Schedule;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.domain.scorecard.Status;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.delivery.Deliveries;
import org.kpisuite.ejb.delivery.DeliveryFilter;
import org.kpisuite.ejb.delivery.Schedules;
import org.kpisuite.ejb.organisation.Units;

/** Who was sent what, with which result, and the schedules behind it: {@code /deliveries?state=&before=}. */
@Named("deliveries")
@RequestScoped
public class DeliveriesPage {
    private static final int ROWS = 50;

    @Inject
    Reader reader;

    @Inject
    FacesContext faces;

    @Inject
    Clock clock;

    @EJB
    Deliveries deliveries;

    @EJB
    Schedules schedules;

    @EJB
    Units units;

    @EJB
    Caller caller;

    private @Nullable String state;
    private @Nullable Long before;
    private Deliveries.@Nullable Page found;
    private @Nullable Map<String, String> names;

    /** One mail of the log. */
    public record Row(
            String recipient,
            String report,
            String language,
            Status sign,
            String state,
            String at,
            String reason,
            long attempts,
            String kind) {}

    /** One schedule. */
    public record Plan(long id, String unit, String slot, String recipients, String next, boolean enabled) {}

    private Deliveries.Page found() {
        if (found == null) {
            found = deliveries.list(new DeliveryFilter(
                    Optional.empty(), wanted(), Optional.empty(), Optional.ofNullable(before), ROWS));
        }
        return found;
    }

    private Optional<DeliveryState> wanted() {
        return Optional.ofNullable(state).flatMap(s -> Arrays.stream(DeliveryState.values())
                .filter(d -> d.name().equals(s))
                .findFirst());
    }

    public List<Row> getRows() {
        return found().rows().stream().map(this::row).toList();
    }

    private Row row(Delivery mail) {
        Instant at = mail.endedAt().orElse(mail.plannedAt());
        String kind = mail.kind() == DeliveryKind.NOTICE ? reader.text("delivery.notice") : "";
        return new Row(
                mail.recipient().text(),
                name(mail.unit()) + ", " + mail.period().code(),
                mail.locale().getLanguage(),
                sign(mail.state(), mail.attempts()),
                reader.text("delivery.state." + mail.state().name()),
                reader.instant(at),
                mail.answer().map(a -> a.text(reader.getLocale())).orElse(""),
                mail.attempts(),
                kind);
    }

    static Status sign(DeliveryState state, int attempts) {
        return switch (state) {
            case SENT -> attempts > 1 ? Status.AMBER : Status.GREEN;
            case FAILED -> Status.RED;
            case UNCERTAIN -> Status.AMBER;
            case PLANNED, SENDING, HELD -> Status.GREY;
        };
    }

    private String name(String unit) {
        if (names == null) {
            names = units.list().stream()
                    .collect(Collectors.toMap(OrgUnit::code, u -> u.name().in(reader.getLocale())));
        }
        return names.getOrDefault(unit, unit);
    }

    public String getNext() {
        return found().next().map(String::valueOf).orElse("");
    }

    /** The sentence of the page, about the newest mails. */
    public String getHeadline() {
        long failed = found().rows().stream()
                .filter(d -> d.state() == DeliveryState.FAILED)
                .count();
        long held = found().rows().stream()
                .filter(d -> d.state() == DeliveryState.HELD)
                .count();
        if (isNothing()) {
            return reader.text("deliveries.none");
        }
        return failed + held == 0
                ? reader.text("deliveries.fine", reader.count(found().rows().size()))
                : reader.text("deliveries.failed", reader.count(failed), reader.count(held));
    }

    public boolean isNothing() {
        return found().rows().isEmpty() && state == null && before == null;
    }

    public List<Plan> getSchedules() {
        if (!isMayRun()) {
            return List.of();
        }
        return schedules.list().stream()
                .sorted(Comparator.comparing(s -> name(s.unit())))
                .map(this::plan)
                .toList();
    }

    private Plan plan(Schedule schedule) {
        return new Plan(
                schedule.id(),
                name(schedule.unit()),
                schedule.slot().day().getDisplayName(TextStyle.SHORT, reader.getLocale()) + " "
                        + schedule.slot().time() + " " + schedule.slot().zone(),
                schedule.terms().recipients().stream().map(Object::toString).collect(Collectors.joining(", ")),
                reader.instant(schedule.nextSlot(clock.instant())),
                schedule.terms().enabled());
    }

    public boolean isMayRun() {
        return caller.roles().contains(Role.CONTROLLER);
    }

    /** Makes and sends the scorecard of a schedule now, to those who have not got it. */
    public String run(long id) {
        List<Delivery> mails = schedules.runNow(id, Optional.empty()).deliveries();
        long sent = mails.stream().filter(d -> d.state() == DeliveryState.SENT).count();
        String sentence = reader.text("deliveries.ran", reader.count(sent), reader.count(mails.size() - sent));
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
        faces.getExternalContext().getFlash().setKeepMessages(true);
        return "/deliveries?faces-redirect=true";
    }

    public List<PlansPage.Choice> getStates() {
        return Arrays.stream(DeliveryState.values())
                .map(s -> new PlansPage.Choice(s.name(), reader.text("delivery.state." + s.name())))
                .toList();
    }

    /** Heads of the table that will stand here. */
    public List<String> getGhost() {
        return List.of(
                reader.text("delivery.recipient"), reader.text("delivery.report"), reader.text("delivery.result"));
    }

    public @Nullable String getState() {
        return state;
    }

    public void setState(@Nullable String state) {
        this.state = state;
    }

    public @Nullable Long getBefore() {
        return before;
    }

    public void setBefore(@Nullable Long before) {
        this.before = before;
    }
}
