package org.kpisuite.domain.catalogue;

import java.util.List;
import org.kpisuite.domain.failure.Refusal;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * Where facts come from.
 *
 * @param lagDays days after a period until its data are normally complete, 0..1100
 */
public record Source(String code, LocalizedText name, SourceType type, int lagDays, Validity validity)
        implements Definition {
    /** The built-in source of what people type; every installation has it. */
    public static final String MANUAL = "MANUAL";

    private static final int LAG_DAYS_MAX = 1100;

    public Source(String code, LocalizedText name, SourceType type, int lagDays) {
        this(code, name, type, lagDays, Validity.SHIPPED);
    }

    @Override
    public Kind entryKind() {
        return Kind.SOURCE;
    }

    @Override
    public Source with(Validity other) {
        return new Source(code, name, type, lagDays, other);
    }

    @Override
    public List<Refusal> refusals() {
        return new FieldCheck()
                .code(code)
                .name("name", name)
                .days("lagDays", lagDays, LAG_DAYS_MAX)
                .require(!code.equals(MANUAL) || type == SourceType.MANUAL, "type", type, "MANUAL")
                .require(!code.equals(MANUAL) || validity.closedOn() == null, "closedOn", validity.closedOn(), "null")
                .validity(validity)
                .found();
    }
}
