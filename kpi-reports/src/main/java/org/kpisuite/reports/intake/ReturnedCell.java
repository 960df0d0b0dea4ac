package org.kpisuite.reports.intake;

import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.TypedCell;

/**
 * A cell of a file that is given back.
 *
 * @param text as it stands in the file
 * @param typed what the file says of it beyond its text; null where it is text
 * @param marked whether it is what kept its row from being taken
 */
public record ReturnedCell(String text, @Nullable TypedCell typed, boolean marked) {}
