package org.kpisuite.ejb.audit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.audit.AuditRecord;
import org.kpisuite.domain.audit.AuditVerdict;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.storage.Migrations;

/**
 * What was done, read: by auditors of their units, by administrators what was done to people and units. What concerns no
 * single unit is read by those whose role is of a root unit.
 */
@Stateless
@RolesAllowed({"AUDITOR", "ADMIN"})
public class AuditLog {
    @Resource(lookup = Migrations.DATA_SOURCE)
    private DataSource database;

    @Inject
    private Directory directory;

    @EJB
    private Caller caller;

    /** A page of records, and where the next one goes on; empty on the last. */
    public record Page(List<AuditRecord> rows, Optional<Long> next) {}

    /** The records that the caller may read, the latest first. */
    public Page list(AuditFilter filter) {
        Set<String> audited = caller.units(Role.AUDITOR);
        Set<String> administered = caller.units(Role.ADMIN);
        return page(new AuditReaders(audited, hasRoot(audited), administered, hasRoot(administered)), filter);
    }

    private boolean hasRoot(Set<String> units) {
        return directory.tree().units().stream().anyMatch(u -> u.parent().isEmpty() && units.contains(u.code()));
    }

    /** What was done to one object of a unit, for whoever may read its figures. Refuses E-NOT-FOUND to all others. */
    @RolesAllowed({"AUTHOR", "HEAD", "CONTROLLER", "APPROVER", "VIEWER", "AUDITOR"})
    public Page of(String object, String unit) {
        caller.requireReadable(unit);
        return page(AuditReaders.of(unit), AuditFilter.of(object));
    }

    private Page page(AuditReaders readers, AuditFilter filter) {
        try (Connection connection = database.getConnection()) {
            List<AuditRecord> found = new AuditQuery(connection).read(readers, filter);
            boolean more = found.size() > filter.rows();
            List<AuditRecord> rows = more ? found.subList(0, filter.rows()) : found;
            return new Page(
                    List.copyOf(rows),
                    more ? Optional.of(rows.get(rows.size() - 1).seq()) : Optional.empty());
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }

    /** Walks the whole chain, in no transaction: it may be long. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public AuditVerdict verify() {
        try (Connection connection = database.getConnection()) {
            return new AuditRows(connection).verify();
        } catch (SQLException e) {
            throw new EJBException(e);
        }
    }
}
