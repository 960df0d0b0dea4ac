package org.kpisuite.domain.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Dimensions;
import org.kpisuite.domain.quantity.LocalizedText;

/** Reads the file of the role templates; its head says how it is written. */
final class RoleTemplateFile {
    static final List<RoleTemplate> SHIPPED = shipped();

    private static final int ATTRIBUTES = 6;

    private RoleTemplateFile() {}

    private static List<RoleTemplate> shipped() {
        try (InputStream in = RoleTemplateFile.class.getResourceAsStream("/org/kpisuite/domain/role-templates.txt")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RoleTemplate> read(String text) {
        List<RoleTemplate> templates = new ArrayList<>();
        List<RoleTemplate.Line> lines = new ArrayList<>();
        String[] head = new String[0];
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] column =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            if (column[0].equals("template")) {
                add(templates, head, lines);
                head = column;
                lines.clear();
            } else {
                lines.add(line(column));
            }
        }
        add(templates, head, lines);
        return List.copyOf(templates);
    }

    private static void add(List<RoleTemplate> templates, String[] head, List<RoleTemplate.Line> lines) {
        if (head.length > 0) {
            templates.add(new RoleTemplate(
                    head[1], new LocalizedText(head[2], head[3]), new LocalizedText(head[4], head[5]), lines));
        }
    }

    private static RoleTemplate.Line line(String[] column) {
        int bracket = column[1].indexOf('[');
        String indicator = bracket < 0 ? column[1] : column[1].substring(0, bracket);
        Map<String, String> dimensions =
                bracket < 0 ? Map.of() : Dimensions.parse(column[1].substring(bracket + 1, column[1].length() - 1));
        return switch (column[0]) {
            case "eval" -> {
                Map<String, String> attributes = attributes(column);
                yield new RoleTemplate.Line(
                        indicator,
                        dimensions,
                        new BigDecimal(column[2]),
                        column[3],
                        new LocalizedText(column[4], column[5]),
                        null,
                        attributes.get("pair"),
                        gate(attributes.get("gate")));
            }
            case "diag" ->
                new RoleTemplate.Line(indicator, dimensions, BigDecimal.ZERO, column[3], null, column[2], null, null);
            default -> throw new IllegalArgumentException(String.join(" | ", column));
        };
    }

    private static Map<String, String> attributes(String[] column) {
        Map<String, String> attributes = new HashMap<>();
        if (column.length > ATTRIBUTES) {
            for (String pair : column[ATTRIBUTES].split(" ", -1)) {
                int at = pair.indexOf('=');
                attributes.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return attributes;
    }

    /** {@code LTV/CAC_FULL>=3@365}. */
    private static @Nullable GateTerms gate(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int over = text.indexOf('/');
        int least = text.indexOf(">=");
        int days = text.indexOf('@');
        return new GateTerms(
                text.substring(0, over),
                text.substring(over + 1, least),
                new BigDecimal(text.substring(least + 2, days)),
                GateMode.ZERO,
                null,
                Integer.valueOf(text.substring(days + 1)),
                null);
    }
}
