package org.kpisuite.domain.actual;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * How files of one origin are to be read: data, kept by the controller, not code.
 *
 * @param about which export this reads and how to get it from that product; empty where there is nothing to say
 * @param layout how the table lies in the file
 * @param rules how its texts are to be understood
 * @param form what a row is
 * @param snapshot of what its files are all there is; null where what a file does not say stays as it is
 */
public record ImportProfile(
        String code,
        LocalizedText name,
        LocalizedText about,
        FileLayout layout,
        IntakeRules rules,
        RowForm form,
        @Nullable SnapshotScope snapshot) {
    private static final LocalizedText NOTHING = new LocalizedText("", "");

    /** A profile whose files say only what they say. */
    public ImportProfile(
            String code, LocalizedText name, LocalizedText about, FileLayout layout, IntakeRules rules, RowForm form) {
        this(code, name, about, layout, rules, form, null);
    }

    /** What an import without a profile is read by: one fact a row, the columns of the contract. */
    public static ImportProfile standard() {
        return facts(IntakeRules.standard());
    }

    /** A profile without a name, by which files in the columns of the contract are read under other rules. */
    public static ImportProfile facts(IntakeRules rules) {
        LocalizedText name = new LocalizedText("Facts", "Факты");
        return new ImportProfile("", name, NOTHING, FileLayout.standard(), rules, LongForm.CONTRACT);
    }

    /**
     * This profile for a file of that unit.
     *
     * @param unit as whoever sends the file says; null where nothing was said
     * @throws KpiException E-FIELD-MISSING if this profile asks for a unit and none was said, E-FIELD-VALUE if one was said
     *     and the file says itself
     */
    public ImportProfile ofUnit(@Nullable String unit) {
        boolean said = unit != null && !unit.isBlank();
        if (form.asksUnit() == said) {
            return said ? told(unit.strip()) : this;
        }
        throw new KpiException(List.of(
                said
                        ? Refusal.ofField(Code.E_FIELD_VALUE, "unit", unit, "unit", unit, "—")
                        : Refusal.ofField(Code.E_FIELD_MISSING, "unit", null, "unit")));
    }

    private ImportProfile told(String unit) {
        SnapshotScope scope = snapshot == null ? null : snapshot.ofUnit(unit);
        return new ImportProfile(code, name, about, layout, rules, form.ofUnit(Optional.of(unit)), scope);
    }

    /** The intake for a file of this profile; findings about its header are errors, and then there is none to use. */
    public Intake intake(SourceRecord header, IntakeContext context, Findings findings) {
        return form.intake(header, context, findings);
    }
}
