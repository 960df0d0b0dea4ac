package org.kpisuite.domain.catalogue;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Dimensions as text, {@code channel=social;product=a}, sorted by name; the empty text is the total. */
public final class Dimensions {
    private static final String SEPARATOR = ";";

    private Dimensions() {}

    public static Map<String, String> parse(String text) {
        Map<String, String> dimensions = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(SEPARATOR, -1)) {
            int at = pair.indexOf('=');
            dimensions.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return Collections.unmodifiableMap(dimensions);
    }

    public static String text(Map<String, String> dimensions) {
        return new TreeMap<>(dimensions)
                .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(SEPARATOR));
    }

    /** Whether dimensions are those others or say more than they do; everything says more than the total. */
    public static boolean isWithin(String text, String other) {
        return text.equals(other)
                || other.isEmpty()
                || parse(text).entrySet().containsAll(parse(other).entrySet());
    }
}
