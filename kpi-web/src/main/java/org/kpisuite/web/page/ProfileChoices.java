package org.kpisuite.web.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kpisuite.domain.catalogue.Catalogue;

/** What can be chosen while a profile is built, in the language of one reader. */
final class ProfileChoices {
    private static final List<String> DIMENSIONS = List.of("channel", "campaign", "product");

    private final Reader reader;

    ProfileChoices(Reader reader) {
        this.reader = reader;
    }

    /** A value and its name. */
    public record Choice(String value, String name) {}

    /** What a column can mean where a row is that. */
    List<Choice> meanings(ProfileDraft.Kind kind, Catalogue catalogue) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", reader.text("profile.role.none")));
        Stream.of("unit", "measure", "period", "value", "currency", "scenario")
                .forEach(r -> choices.add(new Choice(r, reader.text("profile.role." + r))));
        DIMENSIONS.forEach(d ->
                choices.add(new Choice("dim." + d, reader.text("profile.role.dim", reader.text("profile.dim." + d)))));
        if (kind == ProfileDraft.Kind.MEASURES) {
            measures(catalogue)
                    .forEach(m -> choices.add(new Choice("is:" + m.value(), reader.text("profile.role.is", m.name()))));
        }
        return choices;
    }

    List<Choice> measures(Catalogue catalogue) {
        return catalogue.measures().stream()
                .map(m -> new Choice(m.code(), m.name().in(reader.getLocale()) + " · " + m.code()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    List<Choice> units(List<ProfileNames.Unit> own) {
        return Stream.concat(
                        Stream.of(new Choice(DocumentWriting.ASK, reader.text("profile.unit.ask"))),
                        own.stream().map(u -> new Choice(u.code(), u.name())))
                .toList();
    }

    /** The fixed values of a setting. */
    List<Choice> of(String name) {
        return switch (name) {
            case "kind" -> texts(name, "LONG", "MEASURES", "PERIODS", "EVENTS");
            case "numbers" -> texts(name, "AUTO", "RU", "EN");
            case "percentAs" -> texts(name, "", "POINTS", "FRACTION");
            case "fullSnapshot" -> texts(name, "", "true");
            case "charset" -> plain("UTF-8", "windows-1251");
            case "delimiter" -> texts(name, "", ";", ",", "\t", "|");
            case "multiplier" -> plain("1", "1000", "1000000");
            case "aggregate" -> texts(name, "COUNT", "COUNT_DISTINCT", "SUM", "ONE");
            case "test" -> texts(name, "values", "contains");
            case "granularity" -> texts(name, "DAY", "WEEK", "MONTH", "QUARTER");
            default -> List.of();
        };
    }

    private static List<Choice> plain(String... values) {
        return Stream.of(values).map(v -> new Choice(v, v)).toList();
    }

    private List<Choice> texts(String name, String... values) {
        return Stream.of(values)
                .map(v -> new Choice(v, reader.text("profile." + name + "." + key(v))))
                .toList();
    }

    private static String key(String value) {
        return switch (value) {
            case "" -> "none";
            case ";" -> "semicolon";
            case "," -> "comma";
            case "\t" -> "tab";
            case "|" -> "bar";
            default -> value;
        };
    }
}
