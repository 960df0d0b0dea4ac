package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.actual.FileLayout;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** The parts of a workbook: which sheets it has, how it counts days, its texts and formats. */
final class Workbook implements AutoCloseable {
    private static final int SHEETS_MAX = 10_000;

    private final ZipParts parts;
    private final String path;
    private final Map<String, Target> relations;
    private final List<Sheet> sheets = new ArrayList<>();
    private final SharedTexts texts;
    private final CellFormats formats;
    private DateSystem dates = DateSystem.FROM_1900;

    /** What one part refers to in another: the end of the type's address, and the path in the zip. */
    private record Target(String type, String path) {}

    /** A sheet as the workbook lists it; what holds only a chart has no cells. */
    private record Sheet(String name, String relation, boolean hidden) {}

    private Workbook(ZipParts parts, Path folder) throws IOException {
        this.parts = parts;
        this.path = relations("").values().stream()
                .filter(t -> t.type.equals("officeDocument"))
                .map(Target::path)
                .findFirst()
                .orElseThrow(() -> FileFormat.refused("FILE-ZIP"));
        if (!path.toLowerCase(Locale.ROOT).endsWith(".xml")) {
            throw FileFormat.refused("FILE-ZIP");
        }
        this.relations = relations(path);
        list();
        this.formats = readFormats();
        Optional<InputStream> shared = part("sharedStrings");
        this.texts = new SharedTexts(shared.map(XmlPart::of).orElse(null), folder);
    }

    /** Opens a workbook; what it must put aside while it is read goes to that folder. */
    static Workbook open(Path file, Path folder) throws IOException {
        ZipParts parts = ZipParts.open(file);
        try {
            return new Workbook(parts, folder);
        } catch (IOException | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private Map<String, Target> relations(String of) throws IOException {
        int slash = of.lastIndexOf('/') + 1;
        String folder = of.substring(0, slash);
        Map<String, Target> targets = new HashMap<>();
        Optional<InputStream> in = parts.open(folder + "_rels/" + of.substring(slash) + ".rels");
        if (in.isEmpty()) {
            return targets;
        }
        try (XmlPart part = XmlPart.of(in.get())) {
            while (part.find("Relationship")) {
                String id = part.attribute("Id");
                String type = part.attribute("Type");
                String target = part.attribute("Target");
                if (id != null && type != null && target != null && !"External".equals(part.attribute("TargetMode"))) {
                    targets.put(id, new Target(type.substring(type.lastIndexOf('/') + 1), resolved(folder, target)));
                }
            }
        }
        return targets;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String path = folder + target;
        while (path.contains("/../")) {
            int at = path.indexOf("/../");
            int from = path.lastIndexOf('/', at - 1) + 1;
            path = path.substring(0, from) + path.substring(at + 4);
        }
        return path.replace("/./", "/");
    }

    private void list() throws IOException {
        InputStream in = parts.open(path).orElseThrow(() -> FileFormat.refused("FILE-DAMAGED"));
        try (XmlPart part = XmlPart.of(in)) {
            while (part.next()) {
                if (part.isStart("workbookPr") && part.flag("date1904")) {
                    dates = DateSystem.FROM_1904;
                } else if (part.isStart("sheet") && sheets.size() < SHEETS_MAX) {
                    String state = part.attribute("state");
                    sheets.add(new Sheet(
                            text(part.attribute("name")),
                            text(part.attribute("id")),
                            state != null && !state.equals("visible")));
                }
            }
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Optional<InputStream> part(String type) throws IOException {
        for (Target target : relations.values()) {
            if (target.type.equals(type)) {
                return parts.open(target.path);
            }
        }
        return Optional.empty();
    }

    private CellFormats readFormats() throws IOException {
        Optional<InputStream> in = part("styles");
        if (in.isEmpty()) {
            return CellFormats.none();
        }
        try (XmlPart part = XmlPart.of(in.get())) {
            return CellFormats.read(part);
        }
    }

    /**
     * The path of the sheet that a layout asks for: the named one, or the first that is shown.
     *
     * @throws KpiException E-FIELD-VALUE with the names that there are
     */
    String sheet(FileLayout layout) {
        return relations.get(chosen(layout).relation).path;
    }

    /** The name of that sheet, as its tab says; likewise. */
    String sheetName(FileLayout layout) {
        return chosen(layout).name;
    }

    private Sheet chosen(FileLayout layout) {
        List<Sheet> cells = sheets.stream().filter(this::hasCells).toList();
        if (cells.isEmpty()) {
            throw FileFormat.refused("FILE-DAMAGED");
        }
        Optional<Sheet> wanted = layout.givenSheet().isPresent()
                ? cells.stream().filter(s -> isNamed(s, layout.sheet())).findFirst()
                : Optional.of(cells.stream().filter(s -> !s.hidden).findFirst().orElse(cells.get(0)));
        return wanted.orElseThrow(() -> noSheet(layout.sheet()));
    }

    private boolean hasCells(Sheet sheet) {
        Target target = relations.get(sheet.relation);
        return target != null && target.type.equals("worksheet") && parts.has(target.path);
    }

    private static boolean isNamed(Sheet sheet, String name) {
        return sheet.name.strip().equalsIgnoreCase(name.strip());
    }

    private KpiException noSheet(String name) {
        String names = sheets.stream().map(Sheet::name).limit(20).collect(Collectors.joining(", "));
        return new KpiException(Code.E_FIELD_VALUE, "sheet", name, names);
    }

    InputStream open(String part) throws IOException {
        return parts.open(part).orElseThrow(() -> FileFormat.refused("FILE-DAMAGED"));
    }

    SharedTexts texts() {
        return texts;
    }

    CellFormats formats() {
        return formats;
    }

    DateSystem dates() {
        return dates;
    }

    @Override
    public void close() throws IOException {
        try {
            texts.close();
        } finally {
            parts.close();
        }
    }
}
