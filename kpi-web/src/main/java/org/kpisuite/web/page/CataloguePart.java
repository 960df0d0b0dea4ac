package org.kpisuite.web.page;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** A part of the catalogue: its name in the address, and the page of one entry. */
public enum CataloguePart {
    INDICATORS("indicators", Definition.Kind.INDICATOR),
    MEASURES("measures", Definition.Kind.MEASURE),
    PAIRS("pairs", Definition.Kind.PAIR),
    SOURCES("sources", Definition.Kind.SOURCE);

    private final String address;
    private final Definition.Kind kind;

    CataloguePart(String address, Definition.Kind kind) {
        this.address = address;
        this.kind = kind;
    }

    /** Refuses E-NOT-FOUND for no part; nothing is the first one. */
    static CataloguePart of(@Nullable String address) {
        return address == null || address.isBlank()
                ? INDICATORS
                : Arrays.stream(values())
                        .filter(p -> p.address.equals(address))
                        .findFirst()
                        .orElseThrow(() -> new KpiException(Code.E_NOT_FOUND, address));
    }

    static CataloguePart of(Definition.Kind kind) {
        return List.of(values()).stream()
                .filter(p -> p.kind == kind)
                .findFirst()
                .orElseThrow();
    }

    public String address() {
        return address;
    }

    public Definition.Kind kind() {
        return kind;
    }

    /** The page of one entry: {@code indicator}. */
    public String page() {
        return address.substring(0, address.length() - 1);
    }
}
