package org.kpisuite.domain.actual;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Nearest;
import org.kpisuite.domain.failure.Refusal;

/**
 * Where the columns that a form names stand in a file. Of others it is said that they are not read.
 *
 * <p>A column that is not there is a finding about the header, once; what is read of it is empty.
 */
final class FormColumns {
    private static final int REMEMBERED_MAX = 50_000;
    private static final int LENGTH_MAX = 200;

    private final int row;
    private final String[] header;
    private final List<String> names = new ArrayList<>();
    private final IntakeContext context;
    private final Findings findings;
    private final NumberIntake numbers;
    private final Set<ColumnName> told = new HashSet<>();
    private final BitSet read = new BitSet();

    FormColumns(SourceRecord record, IntakeContext context, Findings findings) {
        this.row = record.row();
        this.header = record.texts();
        this.context = context;
        this.findings = findings;
        this.numbers = new NumberIntake(context.rules().numbers());
        for (String name : header) {
            names.add(IntakeColumn.normalised(name));
        }
    }

    /** The record of the file that its header is. */
    int row() {
        return row;
    }

    int width() {
        return header.length;
    }

    String header(int index) {
        return header[index];
    }

    /** The text of the column there. */
    RowText at(int index) {
        read.set(index);
        return RowText.at(index, header[index]);
    }

    /** Whether something is read of the column there. */
    boolean reads(int index) {
        return read.get(index);
    }

    /** Tells of the columns that nothing was read of, at most so many: asked for when all was that is wanted. */
    void tellUnread(int most) {
        IntStream.range(0, header.length)
                .filter(i -> !reads(i) && SideColumn.of(header[i]).isEmpty())
                .limit(most)
                .mapToObj(i ->
                        Refusal.of(Code.W_COL_UNKNOWN, header[i]).atRow(row).inColumn(header[i], header[i]))
                .forEach(findings::add);
    }

    boolean has(ColumnName column) {
        return column.in(names) >= 0;
    }

    /** Index of a column; −1 and a finding if the file has none of that name. */
    int index(ColumnName column) {
        int index = column.in(names);
        if (index < 0 && told.add(column)) {
            findings.add(at(Code.E_COL_MISSING, column.first())
                    .suggesting(Nearest.to(IntakeColumn.normalised(column.first()), names)
                            .orElse(null)));
        }
        if (column.isTwiceIn(names) && told.add(column)) {
            findings.add(at(Code.E_COL_DUPLICATE, header[index]));
        }
        return index;
    }

    private Refusal at(Code code, String column) {
        return Refusal.of(code, column).atRow(row).inColumn(column, null);
    }

    RowText text(ColumnName column) {
        int index = index(column);
        return index < 0 ? RowText.constant("") : at(index);
    }

    /** How a text of a fact is had; refuses E-FIELD-MISSING for one that is asked for and was not told. */
    RowText text(Given given) {
        if (given instanceof Given.Constant constant) {
            return RowText.constant(constant.text());
        }
        if (given instanceof Given.Column column) {
            return translated(text(column.column()), column);
        }
        if (given instanceof Given.Cases cases) {
            return cases(cases, this::test);
        }
        throw new KpiException(List.of(Refusal.ofField(Code.E_FIELD_MISSING, "unit", null, "unit")));
    }

    /** The dimensions of rows. One that has something to say without its column may lack it. */
    Map<String, RowText> dims(Map<String, Given> given) {
        Map<String, RowText> dims = new TreeMap<>();
        given.forEach((dimension, from) -> {
            if (context.codes().dimensions().contains(dimension)) {
                RowText text = from.hasOtherwise() ? lenient(from) : text(from);
                dims.put(dimension, text.translated(FormColumns::storable));
            } else {
                findings.add(at(Code.E_DIM_UNKNOWN, dimension)
                        .suggesting(Nearest.to(dimension, context.codes().dimensions())
                                .orElse(null)));
            }
        });
        return dims;
    }

    /** The marks of the stored text cannot stand inside a value; the name of a campaign is not ours to refuse. */
    private static String storable(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ';' || c == '=' || c == '"' || c < ' ');
        return plain
                ? value
                : value.replace(';', ',').replace('=', ':').replace('"', '\'').replaceAll("\\p{Cntrl}", " ");
    }

    private RowText lenient(Given given) {
        if (given instanceof Given.Column column) {
            return has(column.column()) ? text(given) : RowText.constant(String.valueOf(column.otherwise()));
        }
        return cases((Given.Cases) given, filter -> has(filter.column()) ? test(filter) : never(filter));
    }

    /** A file without the column has no text there. */
    private static RowTest never(RowFilter filter) {
        return new RowTest(RowText.constant(""), text -> RowTest.Outcome.NO, filter);
    }

    private static RowText translated(RowText text, Given.Column column) {
        if (column.values().isEmpty() && column.otherwise() == null) {
            return text;
        }
        Map<String, String> values = new HashMap<>();
        column.values().forEach((from, to) -> values.put(IntakeColumn.normalised(from), to));
        Function<String, String> translate = remembering(given -> {
            String found = values.get(IntakeColumn.normalised(given));
            return found == null ? Optional.ofNullable(column.otherwise()).orElse(given) : found;
        });
        return text.translated(translate);
    }

    private static RowText cases(Given.Cases cases, Function<RowFilter, RowTest> tests) {
        record Compiled(List<RowTest> tests, String text) {}
        List<Compiled> compiled = cases.cases().stream()
                .map(c -> new Compiled(c.filters().stream().map(tests).toList(), c.text()))
                .toList();
        Function<SourceRecord, String> meant = record -> compiled.stream()
                .filter(c -> c.tests.stream().allMatch(t -> t.ask(record).passes()))
                .map(Compiled::text)
                .findFirst()
                .orElse(cases.otherwise());
        return new RowText(-1, null, meant);
    }

    List<RowTest> tests(List<RowFilter> filters) {
        return filters.stream().map(this::test).toList();
    }

    private RowTest test(RowFilter filter) {
        RowText text = text(filter.column());
        if (filter.test() instanceof RowFilter.Between range) {
            return new RowTest(text, given -> between(range, given), filter);
        }
        Function<String, RowTest.Outcome> answer = remembering(asked(filter.test()));
        return new RowTest(text, answer::apply, filter);
    }

    private static Function<String, RowTest.Outcome> asked(RowFilter.Test test) {
        Predicate<String> passes;
        if (test instanceof RowFilter.OneOf one) {
            passes = one.texts()::contains;
        } else if (test instanceof RowFilter.Contains contains) {
            passes = text -> contains.texts().stream().anyMatch(text::contains);
        } else if (test instanceof RowFilter.StartsWith starts) {
            passes = text -> starts.texts().stream().anyMatch(text::startsWith);
        } else {
            passes = text -> !text.isEmpty();
        }
        return given -> RowTest.Outcome.of(passes.test(IntakeColumn.normalised(given)));
    }

    /** No number passes no range; what is no number at all is told. */
    private RowTest.Outcome between(RowFilter.Between range, String given) {
        Reading<GivenNumber> reading = numbers.read(given);
        if (reading instanceof Reading.Value<GivenNumber> number) {
            return RowTest.Outcome.of(range.holds(number.value().value()));
        }
        return reading instanceof Reading.Refused<GivenNumber> refused
                ? new RowTest.Outcome(false, Optional.of(refused.refusal()))
                : RowTest.Outcome.NO;
    }

    /** Whether a record is passed over: it holds one of the texts, or does not pass the filters. */
    Predicate<SourceRecord> skipped(RowForm.Skipped skipped) {
        List<Pattern> texts = skipped.texts().stream()
                .map(text -> ColumnName.pattern(IntakeColumn.normalised(text)))
                .toList();
        List<RowTest> rows = tests(skipped.rows());
        if (texts.isEmpty() && rows.isEmpty()) {
            return record -> false;
        }
        return record -> holds(record, texts)
                || (record.width() == header.length && rows.stream().anyMatch(t -> fails(t, record)));
    }

    /** What cannot be told is not passed over: its row is read, and says what is wrong. */
    private static boolean fails(RowTest test, SourceRecord record) {
        RowTest.Outcome outcome = test.ask(record);
        return !outcome.passes() && outcome.refusal().isEmpty();
    }

    /** Also beyond the header, where some exports write the word for their totals: a workbook tells of it in remarks. */
    private static boolean holds(SourceRecord record, List<Pattern> texts) {
        for (int i = 0; i < record.width(); i++) {
            if (isOne(texts, record.text(i))) {
                return true;
            }
        }
        return record.remarks().stream()
                .filter(remark -> remark.code() == Code.W_COL_UNKNOWN)
                .anyMatch(remark -> isOne(texts, String.valueOf(remark.value())));
    }

    private static boolean isOne(List<Pattern> texts, String text) {
        String normalised = IntakeColumn.normalised(text);
        return texts.stream().anyMatch(p -> p.matcher(normalised).matches());
    }

    /** Files repeat themselves: what became of a text is not found out twice. */
    private static <T> Function<String, T> remembering(Function<String, T> resolve) {
        Map<String, T> known = new HashMap<>();
        return text -> {
            if (text.length() > LENGTH_MAX) {
                return resolve.apply(text);
            }
            T answer = known.get(text);
            if (answer == null) {
                answer = resolve.apply(text);
                if (known.size() >= REMEMBERED_MAX) {
                    known.clear();
                }
                known.put(text, answer);
            }
            return answer;
        };
    }
}
