package org.kpisuite.web.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.kpisuite.domain.quantity.NumberText;

/** Something that another person stored and that is typed otherwise here. */
public record DraftDifference(String what, String theirs, String mine) {
    static List<DraftDifference> between(DraftPlan theirs, DraftPlan mine, Reader reader) {
        List<DraftDifference> differences = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        theirs.getItems().forEach(i -> keys.add(i.getKey()));
        mine.getItems().forEach(i -> keys.add(i.getKey()));
        for (String key : keys) {
            DraftItem their = theirs.item(key).orElse(null);
            DraftItem my = mine.item(key).orElse(null);
            if (their == null || my == null) {
                DraftItem one = Objects.requireNonNullElse(their, my);
                differences.add(new DraftDifference(
                        one.getShortName(), there(their != null, reader), there(my != null, reader)));
            } else {
                typed(my.getShortName() + ", ", their.getTyped(), my.getTyped(), reader, differences);
            }
        }
        typed("", theirs.others(), mine.others(), reader, differences);
        return differences;
    }

    private static String there(boolean is, Reader reader) {
        return is ? reader.text("editor.there") : NumberText.NO_VALUE;
    }

    private static void typed(
            String about,
            Map<String, String> theirs,
            Map<String, String> mine,
            Reader reader,
            List<DraftDifference> differences) {
        Set<String> fields = new TreeSet<>(theirs.keySet());
        fields.addAll(mine.keySet());
        for (String field : fields) {
            String their = shown(theirs.get(field));
            String my = shown(mine.get(field));
            if (!their.equals(my)) {
                String name = reader.knows("field." + field) ? reader.text("field." + field) : field;
                differences.add(new DraftDifference(about + name, their, my));
            }
        }
    }

    private static String shown(String typed) {
        return typed == null || typed.isBlank() ? NumberText.NO_VALUE : typed;
    }
}
