package org.kpisuite.reports.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kpisuite.domain.failure.Messages;
import org.kpisuite.domain.scorecard.Scorecard;
import org.kpisuite.reports.pdf.BoardScorecards;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The package is what the format asks for, so that no reader has to repair it: parts, their types and relationships, order of
 * elements, references between sheets, texts, styles, tables and names (ECMA-376, part 1 and 2).
 */
class PackageTest {
    private static final List<String> SHEET_ORDER = List.of(
            "sheetPr",
            "dimension",
            "sheetViews",
            "sheetFormatPr",
            "cols",
            "sheetData",
            "sheetProtection",
            "autoFilter",
            "conditionalFormatting",
            "hyperlinks",
            "printOptions",
            "pageMargins",
            "pageSetup",
            "headerFooter",
            "rowBreaks",
            "drawing",
            "tableParts",
            "extLst");
    private static final List<String> CHART_ORDER =
            List.of("idx", "order", "tx", "spPr", "invertIfNegative", "marker", "errBars", "cat", "val", "smooth");
    private static final Pattern PART_NAME = Pattern.compile("[A-Za-z0-9._\\-/\\[\\]]+");

    static Stream<Arguments> scorecards() {
        return Stream.concat(
                ScorecardWorkbookTest.scorecards(),
                BoardScorecards.all().entrySet().stream().flatMap(e -> Stream.of(Messages.EN, Messages.RU)
                        .map(l -> Arguments.of("board " + e.getKey(), l, e.getValue()))));
    }

    /** All parts in their order; each name once. */
    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(parts.put(entry.getName(), zip.readAllBytes()))
                        .as(entry.getName() + " twice")
                        .isNull();
            }
        }
        return parts;
    }

    private static Document xml(byte[] part) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
    }

    private static List<Element> elements(Document document, String name) {
        return elements(document.getElementsByTagNameNS("*", name));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** A reader chooses the axis by itself and would else leave zero out where all values are near each other. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scorecards")
    void everyChartOfVariances_keepsZeroOnItsAxis(String name, Locale locale, Scorecard scorecard) throws Exception {
        for (Map.Entry<String, byte[]> part :
                parts(ScorecardWorkbookTest.bytes(scorecard, locale)).entrySet()) {
            if (part.getKey().startsWith("xl/charts/chart")) {
                String chart = new String(part.getValue(), StandardCharsets.UTF_8);
                if (chart.contains("<c:errBars>") || chart.contains("overlap val=\"100\"")) {
                    assertThat(chart).contains("<c:idx val=\"2\"/><c:order val=\"2\"/>");
                    assertThat(chart).contains("<c:legendEntry><c:idx val=\"2\"/><c:delete val=\"1\"/>");
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("scorecards")
    void package_needsNoRepair(String name, Locale locale, Scorecard scorecard) throws Exception {
        Map<String, byte[]> parts = parts(ScorecardWorkbookTest.bytes(scorecard, locale));
        Map<String, Document> documents = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            assertThat(part.getKey()).matches(PART_NAME).doesNotStartWith("/");
            documents.put(part.getKey(), xml(part.getValue()));
        }
        everyPartHasItsType(documents);
        everyRelationshipLeadsToAPart(documents);
        everySheetIsInOrder(documents);
        everyChartIsInOrder(documents);
        everyReferenceIsThere(documents);
        namesAndTablesAreSound(documents);
    }

    private static void everyPartHasItsType(Map<String, Document> parts) {
        Document types = parts.get("[Content_Types].xml");
        Set<String> extensions = new HashSet<>();
        elements(types, "Default").forEach(d -> extensions.add(d.getAttribute("Extension")));
        Set<String> overrides = new HashSet<>();
        elements(types, "Override").forEach(o -> assertThat(
                        overrides.add(o.getAttribute("PartName").substring(1)))
                .isTrue());
        assertThat(parts.keySet()).containsAll(overrides);
        for (String part : parts.keySet()) {
            String extension = part.substring(part.lastIndexOf('.') + 1);
            boolean typed = overrides.contains(part) || extension.equals("rels");
            assertThat(part.equals("[Content_Types].xml") || typed).as(part).isTrue();
            assertThat(overrides.contains(part) || extensions.contains(extension) || part.startsWith("["))
                    .as(part)
                    .isTrue();
        }
    }

    private static void everyRelationshipLeadsToAPart(Map<String, Document> parts) {
        Set<String> reached = new HashSet<>();
        parts.forEach((part, document) -> {
            if (part.endsWith(".rels")) {
                String folder = part.substring(0, part.lastIndexOf("_rels/"));
                Set<String> ids = new HashSet<>();
                for (Element relationship : elements(document, "Relationship")) {
                    assertThat(ids.add(relationship.getAttribute("Id"))).isTrue();
                    if (!relationship.getAttribute("TargetMode").equals("External")) {
                        String target = resolved(folder, relationship.getAttribute("Target"));
                        assertThat(parts).as(part + " → " + target).containsKey(target);
                        reached.add(target);
                    }
                }
            }
        });
        assertThat(parts.keySet().stream().filter(p -> !p.endsWith(".rels") && !p.startsWith("[")))
                .as("parts that something leads to")
                .allMatch(reached::contains);
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        List<String> path = new ArrayList<>(List.of((folder + target).split("/", -1)));
        for (int at = path.indexOf(".."); at > 0; at = path.indexOf("..")) {
            path.remove(at);
            path.remove(at - 1);
        }
        return String.join("/", path);
    }

    private static void everySheetIsInOrder(Map<String, Document> parts) {
        parts.forEach((part, document) -> {
            if (!part.startsWith("xl/worksheets/sheet")) {
                return;
            }
            int last = -1;
            for (Element child : elements(document.getDocumentElement().getChildNodes())) {
                int place = SHEET_ORDER.indexOf(child.getLocalName());
                assertThat(place).as(part + ": " + child.getLocalName()).isGreaterThanOrEqualTo(Math.max(0, last));
                last = place;
            }
            CellRangeAddress told = elements(document, "dimension").stream()
                    .map(d -> CellRangeAddress.valueOf(d.getAttribute("ref")))
                    .findFirst()
                    .orElse(null);
            int row = 0;
            for (Element line : elements(document, "row")) {
                int number = Integer.parseInt(line.getAttribute("r"));
                assertThat(number).as(part).isGreaterThan(row);
                row = number;
                int column = -1;
                for (Element cell : elements(line.getChildNodes())) {
                    CellReference at = new CellReference(cell.getAttribute("r"));
                    assertThat(at.getRow() + 1).as(part).isEqualTo(number);
                    assertThat((int) at.getCol()).as(part + " " + at).isGreaterThan(column);
                    column = at.getCol();
                    assertThat(told == null || told.isInRange(at.getRow(), at.getCol()))
                            .as(part + " " + at)
                            .isTrue();
                }
            }
            assertThat(elements(document, "mergeCell")).as("merged cells").isEmpty();
        });
    }

    private static void everyChartIsInOrder(Map<String, Document> parts) {
        parts.forEach((part, document) -> {
            if (!part.startsWith("xl/charts/chart")) {
                return;
            }
            assertThat(elements(document, "ser")).as(part).isNotEmpty();
            for (Element series : elements(document, "ser")) {
                int last = -1;
                for (Element child : elements(series.getChildNodes())) {
                    int place = CHART_ORDER.indexOf(child.getLocalName());
                    assertThat(place).as(part + ": " + child.getLocalName()).isGreaterThan(last);
                    last = place;
                }
            }
        });
    }

    private static void everyReferenceIsThere(Map<String, Document> parts) {
        int texts = elements(parts.get("xl/sharedStrings.xml"), "si").size();
        int styles =
                elements(elements(parts.get("xl/styles.xml"), "cellXfs").get(0)).size();
        int formats = elements(parts.get("xl/styles.xml"), "dxf").size();
        parts.forEach((part, document) -> {
            if (part.startsWith("xl/worksheets/sheet")) {
                for (Element cell : elements(document, "c")) {
                    if (cell.hasAttribute("s")) {
                        assertThat(Integer.parseInt(cell.getAttribute("s"))).isLessThan(styles);
                    }
                    if (cell.getAttribute("t").equals("s")) {
                        int text = Integer.parseInt(
                                elements(cell.getChildNodes()).get(0).getTextContent());
                        assertThat(text).isLessThan(texts);
                    }
                }
                elements(document, "cfRule").stream()
                        .filter(r -> r.hasAttribute("dxfId"))
                        .forEach(r -> assertThat(Integer.parseInt(r.getAttribute("dxfId")))
                                .isLessThan(formats));
            }
        });
    }

    private static List<Element> elements(Element parent) {
        return elements(parent.getChildNodes());
    }

    private static void namesAndTablesAreSound(Map<String, Document> parts) {
        Document workbook = parts.get("xl/workbook.xml");
        Set<String> sheets = new HashSet<>();
        elements(workbook, "sheet").forEach(s -> sheets.add(s.getAttribute("name")));
        Set<String> names = new HashSet<>();
        for (Element name : elements(workbook, "definedName")) {
            assertThat(names.add(
                            name.getAttribute("name").toLowerCase(Locale.ROOT) + name.getAttribute("localSheetId")))
                    .as(name.getAttribute("name"))
                    .isTrue();
            Matcher sheet = Pattern.compile("^'?([A-Za-z]+)'?!").matcher(name.getTextContent());
            assertThat(sheet.find()).as(name.getTextContent()).isTrue();
            assertThat(sheets).contains(sheet.group(1));
        }
        Document table = parts.get("xl/tables/table1.xml");
        CellRangeAddress range =
                CellRangeAddress.valueOf(table.getDocumentElement().getAttribute("ref"));
        List<Element> columns = elements(table, "tableColumn");
        assertThat(columns).hasSize(range.getLastColumn() - range.getFirstColumn() + 1);
        assertThat(columns).extracting(c -> c.getAttribute("name")).doesNotHaveDuplicates();
        assertThat(names).doesNotContain(DataColumn.TABLE.toLowerCase(Locale.ROOT));
        Document data = parts.entrySet().stream()
                .filter(p -> p.getKey().startsWith("xl/worksheets/sheet"))
                .map(Map.Entry::getValue)
                .filter(d -> !elements(d, "tablePart").isEmpty())
                .findFirst()
                .orElseThrow();
        int rows = elements(data, "row").size();
        assertThat(range.getLastRow()).as("last row of the table").isEqualTo(Math.max(1, rows - 1));
        assertThat(table.getDocumentElement().getAttribute("name")).isEqualTo(DataColumn.TABLE);
    }
}
