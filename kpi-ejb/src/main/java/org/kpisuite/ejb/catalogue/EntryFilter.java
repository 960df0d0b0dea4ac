package org.kpisuite.ejb.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Definition;
import org.kpisuite.domain.catalogue.Indicator;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.catalogue.Pair;
import org.kpisuite.domain.catalogue.Source;
import org.kpisuite.domain.quantity.LocalizedText;

/**
 * What of the catalogue is looked for; null for whatever it may be.
 *
 * @param text stands in code, name or definition, in either language and any case
 * @param group of an indicator, by the name of the constant, as nature and usage
 * @param kind of a measure
 */
public record EntryFilter(
        @Nullable String text,
        @Nullable String group,
        @Nullable String nature,
        @Nullable String usage,
        @Nullable String kind)
        implements Predicate<Definition> {

    @Override
    public boolean test(Definition definition) {
        return hasText(definition)
                && (definition instanceof Indicator i
                        ? fits(i)
                        : Stream.of(group, nature, usage).allMatch(EntryFilter::isAny))
                && (isAny(kind)
                        || (definition instanceof Measure m && m.kind().name().equalsIgnoreCase(kind)));
    }

    private boolean fits(Indicator indicator) {
        return (isAny(group)
                        || indicator.groups().stream().anyMatch(g -> g.name().equalsIgnoreCase(group)))
                && (isAny(nature) || indicator.nature().name().equalsIgnoreCase(nature))
                && (isAny(usage) || indicator.defaultUsage().name().equalsIgnoreCase(usage));
    }

    private static boolean isAny(@Nullable String wanted) {
        return wanted == null || wanted.isBlank();
    }

    private boolean hasText(Definition definition) {
        if (text == null || text.isBlank()) {
            return true;
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return texts(definition).anyMatch(t -> t.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Stream<String> texts(Definition definition) {
        List<LocalizedText> texts = new ArrayList<>();
        List<String> codes = new ArrayList<>(List.of(definition.code()));
        if (definition instanceof Indicator indicator) {
            texts.addAll(List.of(indicator.name(), indicator.definition()));
        } else if (definition instanceof Measure measure) {
            texts.add(measure.name());
        } else if (definition instanceof Source source) {
            texts.add(source.name());
        } else if (definition instanceof Pair pair) {
            codes.addAll(List.of(pair.leading(), pair.lagging()));
        }
        return Stream.concat(codes.stream(), texts.stream().flatMap(t -> Stream.of(t.en(), t.ru())));
    }
}
