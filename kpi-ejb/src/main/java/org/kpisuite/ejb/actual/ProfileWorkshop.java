package org.kpisuite.ejb.actual;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.ImportProfile;
import org.kpisuite.domain.catalogue.Catalogue;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.organisation.OrgTree;
import org.kpisuite.domain.organisation.OrgUnit;
import org.kpisuite.ejb.access.Caller;
import org.kpisuite.ejb.access.Directory;
import org.kpisuite.ejb.catalogue.CatalogueInForce;
import org.kpisuite.ejb.settings.Settings;

/** Where import profiles are made: proposed from a sample, and tried on it. Nothing here writes facts. */
@Stateless
@RolesAllowed("CONTROLLER")
public class ProfileWorkshop {
    @EJB
    private Caller caller;

    @Inject
    private Directory directory;

    @EJB
    private CatalogueInForce catalogue;

    @EJB
    private ImportProfiles profiles;

    @EJB
    private ImportSettingInForce rights;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * A proposed profile.
     *
     * @param recognised profiles that read this file as it is, the likeliest first
     * @param document JSON of a new profile; under a code of its own it can be put as it is
     * @param header as in the file
     * @param rows the first ones as given, without those of another width
     * @param reasons why the document says what it says
     * @param questions what a person should decide before it is kept
     */
    public record Guess(
            List<ImportProfiles.Stored> recognised,
            String document,
            List<String> header,
            List<List<String>> rows,
            List<GuessNote> reasons,
            List<GuessNote> questions) {}

    /**
     * What to try.
     *
     * @param code of a profile that is kept; empty for a document
     * @param document JSON of a profile that is not kept yet; empty for a kept one, both empty for the contract
     * @param unit where the profile asks for it; null to see how it reads for any of the person's units
     */
    public record Trial(
            String code, String document, @Nullable String unit) {}

    /**
     * Proposes a profile for files like this sample: of a text its first MiB is looked at, a workbook may have 16 MiB.
     *
     * <p>Refuses E-FILE-EMPTY, E-FILE-FORMAT, E-LIMIT.
     */
    public Guess guess(InputStream sample) {
        try (SampleFile file = SampleFile.receive(sample, folder())) {
            ProfileGuess.Proposal proposal = ProfileGuess.of(file, installation());
            return new Guess(
                    proposal.recognised().stream().map(profiles::get).toList(),
                    proposal.document(),
                    proposal.header(),
                    proposal.rows(),
                    proposal.reasons(),
                    proposal.questions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How a sample would be read; the same limits as for a guess. Facts are those that an import would make of it for this
     * person, findings those that it would tell.
     *
     * <p>Refuses E-NOT-FOUND for the code, a document that cannot be read with the paths of its fields, E-FIELD-VALUE for
     * a unit that the profile does not ask for.
     */
    public ProfilePreview preview(Trial trial, InputStream sample) {
        ImportProfile written = trial.document.isBlank()
                ? profiles.inForce(trial.code)
                : ProfileDocument.read(trial.code.isBlank() ? "preview" : trial.code, trial.document);
        Set<String> units = rights.units(caller.login());
        ImportProfile profile = written.ofUnit(written.form().asksUnit() ? unit(trial, units) : trial.unit);
        try (SampleFile file = SampleFile.receive(sample, folder())) {
            return ProfilePreview.of(file, profile, rights.context(profile.rules(), units, now()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The unit that was said, else any: a preview shows how a file reads, not whose it is. */
    private static String unit(Trial trial, Set<String> units) {
        if (trial.unit != null && !trial.unit.isBlank()) {
            return trial.unit;
        }
        return units.stream().sorted().findFirst().orElseThrow(() -> new KpiException(Code.E_FIELD_MISSING, "unit"));
    }

    private Path folder() {
        return settings.folder().resolve("uploads");
    }

    private ProfileGuess.Installation installation() {
        Catalogue entries = catalogue.get();
        OrgTree tree = directory.tree();
        Set<String> own = rights.units(caller.login());
        Map<String, List<String>> units = new LinkedHashMap<>();
        for (OrgUnit unit : tree.units()) {
            if (own.contains(unit.code())) {
                units.put(unit.code(), List.of(unit.name().en(), unit.name().ru()));
            }
        }
        return new ProfileGuess.Installation(
                List.copyOf(entries.measures()),
                units,
                profiles.list().stream().map(ImportProfiles.Stored::profile).toList());
    }
}
