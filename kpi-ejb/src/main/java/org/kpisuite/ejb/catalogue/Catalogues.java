package org.kpisuite.ejb.catalogue;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kpisuite.domain.audit.AuditAction;
import org.kpisuite.domain.audit.Deed;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.catalogue.CatalogueHistory;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Validity;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Versions;
import org.kpisuite.ejb.audit.AuditTrail;
import org.kpisuite.ejb.audit.PlainJson;
import org.kpisuite.ejb.storage.Migrations;

/** The catalogue: read by everybody who has a role, kept by controllers. Nothing in it is rewritten or deleted. */
@Stateless
@RolesAllowed({"ADMIN", "AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
public class Catalogues {
    private static final String DUPLICATE_KEY = "23505";

    @EJB
    private CatalogueInForce inForce;

    @Inject
    private AuditTrail audit;

    @EJB
    private Caller caller;

    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Clock clock;

    /** A definition to be recorded, and from which day to which; its own validity is not looked at. */
    public record Draft(Definition definition, Optional<LocalDate> validFrom, Optional<LocalDate> closedOn) {}

    /** What holds today. */
    public Catalogue get() {
        return inForce.get();
    }

    /** All versions, what holds on any day, and what was known at any instant. */
    public CatalogueHistory history() {
        return inForce.history();
    }

    public LocalDate today() {
        return inForce.today();
    }

    /** The version recorded last, whether it holds today or not. Refuses E-NOT-FOUND. */
    public CatalogueHistory.Entry newest(Definition.Kind kind, String code) {
        return history().newest(kind, code).orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, code));
    }

    /** All versions of a code in the order in which they were recorded. Refuses E-NOT-FOUND. */
    public List<CatalogueHistory.Entry> versions(Definition.Kind kind, String code) {
        newest(kind, code);
        return history().definitionsOf(kind, code);
    }

    /**
     * Records a new entry, or a new version of one whose newest version was read. Without a day a new entry holds from the
     * beginning, a new version from today; one from the same day as an earlier version takes its place from now on.
     *
     * <p>Refuses E-VERSION-MISSING, E-VERSION, E-FIELD-VALUE, E-FORMULA, E-SOURCE-UNKNOWN: all that is wrong at once.
     */
    @RolesAllowed("CONTROLLER")
    public CatalogueHistory.Entry put(Draft draft, Optional<Long> version) {
        CatalogueHistory history = history();
        Definition given = draft.definition();
        history.newest(given.entryKind(), given.code())
                .ifPresent(e -> Versions.check(version, e.definition().version()));
        Definition definition = next(draft, history);
        List<Refusal> refusals = history.refusals(definition);
        if (!refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
        return record(List.of(definition));
    }

    /** Everything that would forbid to record a draft now; nothing is recorded. */
    @RolesAllowed("CONTROLLER")
    public List<Refusal> check(Draft draft) {
        CatalogueHistory history = history();
        return history.refusals(next(draft, history));
    }

    private Definition next(Draft draft, CatalogueHistory history) {
        Definition given = draft.definition();
        Optional<CatalogueHistory.Entry> newest = history.newest(given.entryKind(), given.code());
        LocalDate usual = newest.isPresent() ? inForce.today() : Validity.BEGINNING;
        int number = newest.map(e -> e.definition().version() + 1).orElse(1);
        return given.with(new Validity(
                number, draft.validFrom().orElse(usual), draft.closedOn().orElse(null)));
    }

    /**
     * Closes an entry from a day on, whatever rests on it: that is not in force any more either. Always possible, and until
     * then nothing changes; a later version opens it again.
     *
     * <p>Refuses E-NOT-FOUND, E-VERSION-MISSING, E-VERSION, and E-FIELD-VALUE for an entry that is closed by then anyway, or
     * for the built-in source.
     */
    @RolesAllowed("CONTROLLER")
    public CatalogueHistory.Entry close(Definition.Kind kind, String code, LocalDate day, Optional<Long> version) {
        Versions.check(version, newest(kind, code).definition().version());
        List<Definition> closing = history().closing(kind, code, day);
        if (closing.isEmpty()) {
            throw new KpiException(Code.E_FIELD_VALUE, "closedOn", day.toString(), "null");
        }
        List<Refusal> refusals =
                closing.stream().flatMap(d -> d.refusals().stream()).toList();
        if (!refusals.isEmpty()) {
            throw new KpiException(refusals);
        }
        return record(closing);
    }

    private CatalogueHistory.Entry record(List<Definition> definitions) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<CatalogueHistory.Entry> entries = definitions.stream()
                .map(d -> new CatalogueHistory.Entry(d, now, caller.login()))
                .toList();
        CatalogueHistory before = history();
        try (Connection connection = database.getConnection()) {
            StoredVersions stored = new StoredVersions(connection);
            for (CatalogueHistory.Entry entry : entries) {
                stored.add(entry);
            }
        } catch (SQLException e) {
            throw DUPLICATE_KEY.equals(e.getSQLState()) ? overtaken(definitions.get(0)) : new EJBException(e);
        }
        definitions.forEach(d -> audit.record(deed(d, before)));
        return entries.get(entries.size() - 1);
    }

    private static Deed deed(Definition definition, CatalogueHistory before) {
        Optional<Definition> old =
                before.newest(definition.entryKind(), definition.code()).map(CatalogueHistory.Entry::definition);
        AuditAction action = old.isEmpty()
                ? AuditAction.CREATE
                : definition.validity().closedOn() == null ? AuditAction.CHANGE : AuditAction.CLOSE;
        String kind = definition.entryKind().name().toLowerCase(Locale.ROOT);
        Deed deed = Deed.of(action, kind, definition.code()).to(told(definition));
        return old.map(d -> deed.from(told(d))).orElse(deed);
    }

    private static Map<String, Object> told(Definition definition) {
        Map<String, Object> told = PlainJson.of(DefinitionDocument.of(definition));
        told.put("version", definition.version());
        told.put("validFrom", definition.validFrom());
        told.put("closedOn", definition.validity().closedOn());
        return told;
    }

    /** Somebody recorded the same version at the same instant. */
    private static KpiException overtaken(Definition definition) {
        int version = definition.version();
        return new KpiException(Code.E_VERSION, String.valueOf(version - 1), String.valueOf(version));
    }
}
