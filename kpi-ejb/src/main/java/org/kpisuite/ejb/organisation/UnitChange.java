package org.kpisuite.ejb.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kpisuite.domain.organisation.ParentShare;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * What an administrator says of a unit.
 *
 * @param businessStage at which its business is, such as GROWTH; empty for none
 * @param above the units above with their shares; none for a root
 * @param validFrom first day on which it stands there; empty for a new unit from the beginning, else today
 * @param closedOn last day of its work; empty while it works
 */
public record UnitChange(
        LocalizedText name,
        Optional<String> currency,
        Optional<String> businessStage,
        List<ParentShare> above,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> closedOn) {}
