package org.kpisuite.ejb.actual;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kpisuite.domain.access.Role;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.actual.IntakeContext;
import org.kpisuite.domain.actual.IntakeRules;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;

/**
 * How a file is read and by whose rights, as it is now. Behind the boundaries: whoever ordered the import may be gone when
 * its turn comes, but not his loss of rights.
 */
@Stateless
@PermitAll
public class ImportSettingInForce {
    @Inject
    private Directory directory;

    @EJB
    private CatalogueInForce catalogue;

    @EJB
    private ImportProfiles profiles;

    @Inject
    private Settings settings;

    @Inject
    private ScoreEffects effects;

    @Inject
    private PendingGates gates;

    /** Refuses E-NOT-FOUND for the profile, E-FIELD-MISSING for the unit where the profile asks for it. */
    public ImportSetting of(ImportOrder order) {
        ImportProfile profile = profiles.inForce(order.profile()).ofUnit(order.unit());
        IntakeContext context = context(profile.rules(), units(order.person()), order.receivedAt());
        return new ImportSetting(
                profile, profiles.versionInForce(order.profile()), context, effects, settings.locale());
    }

    /** The same by the version of the profile that the file was read by; by the one in force where it never was. */
    public ImportSetting of(ImportOrder order, long version) {
        if (version == 0) {
            return of(order);
        }
        ImportProfile profile = profiles.readBy(order.profile(), version).ofUnit(order.unit());
        IntakeContext context = context(profile.rules(), units(order.person()), order.receivedAt());
        return new ImportSetting(profile, version, context, effects, settings.locale());
    }

    /** What a file is read against that was received then and may hold facts of these units. */
    public IntakeContext context(IntakeRules rules, Set<String> units, Instant receivedAt) {
        InstallationCodes codes = new InstallationCodes(directory.tree(), units, catalogue.get(), gates);
        return new IntakeContext(codes, rules, receivedAt, settings.zone(), settings.calendar());
    }

    /** How files of that profile lay in that version; as those without one where it is gone. */
    public FileLayout layout(String profile, long version) {
        try {
            return profiles.readBy(profile, version).layout();
        } catch (KpiException e) {
            if (e.code() != Code.E_NOT_FOUND) {
                throw e;
            }
            return FileLayout.standard();
        }
    }

    /** Codes of all units whose facts that person may import today. */
    public Set<String> units(String login) {
        OrgTree tree = directory.tree();
        if (Caller.BOOTSTRAP.equals(login)) {
            Set<String> all = new LinkedHashSet<>();
            tree.units().stream().map(OrgUnit::code).forEach(all::add);
            return all;
        }
        return directory
                .person(login)
                .map(p -> p.units(EnumSet.of(Role.CONTROLLER), tree, directory.today()))
                .orElse(Set.of());
    }
}
