package org.kpisuite.web.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.catalogue.Measure;
import org.kpisuite.domain.quantity.Decimals;
import org.kpisuite.domain.quantity.NumberText;
import org.kpisuite.domain.quantity.UnitKind;
import org.kpisuite.ejb.actual.FactRevision;
import org.kpisuite.ejb.actual.ImportRow;
import org.kpisuite.ejb.actual.StoredFact;

/** A stored value with what it was before, as the page prints it. */
public final class TraceView {
    private static final int HASH_SHOWN = 16;
    private static final int PERCENT_SHIFT = 2;

    private final StoredFact.Key key;
    private final List<FactRevision> revisions;
    private final Optional<ImportRow> text;
    private final Names names;
    private final Reader reader;

    TraceView(StoredFact.Key key, List<FactRevision> revisions, Optional<ImportRow> text, Names names, Reader reader) {
        this.key = key;
        this.revisions = revisions;
        this.text = text;
        this.names = names;
        this.reader = reader;
    }

    /** What codes are called, and whether the reader may open imports. */
    record Names(String unit, Optional<Measure> measure, boolean importsOpen) {}

    /** What the value was from some instant on. */
    public record Row(
            int revision,
            String value,
            String recorded,
            String reason,
            String file,
            int row,
            String person,
            String address) {}

    /** A cell of the file under the name of its column. */
    public record Cell(String column, String text) {}

    /** {@code Leads, 2026-10-03: 99}. */
    public String getHeadline() {
        return reader.text("trace.title", getName(), key.period().code(), value(last().value()));
    }

    public String getName() {
        return names.measure().map(m -> m.name().in(reader.getLocale())).orElse(key.measure());
    }

    public String getAbout() {
        return reader.text(
                "trace.about", names.unit(), key.measure() + (key.dims().isEmpty() ? "" : " · " + key.dims()));
    }

    private FactRevision last() {
        return revisions.get(0);
    }

    public List<Row> getRows() {
        return revisions.stream().map(this::row).toList();
    }

    private Row row(FactRevision revision) {
        return new Row(
                revision.revision(),
                value(revision.value()),
                reader.instant(revision.recordedAt()),
                revision.reason() == null ? "" : revision.reason(),
                revision.file(),
                revision.row(),
                revision.person(),
                names.importsOpen() ? "import?id=" + revision.importId() : "");
    }

    private String value(@Nullable BigDecimal value) {
        if (value == null) {
            return reader.text("trace.deleted");
        }
        boolean percent =
                names.measure().filter(m -> m.unitKind() == UnitKind.PERCENT).isPresent();
        BigDecimal plain = new BigDecimal(Decimals.plain(percent ? value.movePointRight(PERCENT_SHIFT) : value));
        String number = reader.numbers().plain(plain);
        return percent ? number + reader.numbers().percentSign() : number + currency();
    }

    private String currency() {
        return names.measure()
                .flatMap(Measure::ownCurrency)
                .map(c -> NumberText.NO_BREAK_SPACE + c)
                .orElse("");
    }

    /** What lies behind the last revision: its file, and by what it was read. */
    public String getOrigin() {
        return reader.text(
                "trace.origin",
                last().file(),
                reader.count(last().row()),
                last().profile().isEmpty()
                        ? reader.text("trace.contract")
                        : reader.text("trace.profile", last().profile(), String.valueOf(last().profileVersion())));
    }

    public String getHash() {
        return last().sha256();
    }

    public String getShortHash() {
        return getHash().length() > HASH_SHOWN ? getHash().substring(0, HASH_SHOWN) : getHash();
    }

    /** The record of the file as it was typed; none where it came from no file, or it is no longer kept. */
    public List<Cell> getCells() {
        return text.map(t -> t.cells().stream()
                        .map(c -> new Cell(c.column(), c.text()))
                        .toList())
                .orElse(List.of());
    }

    /** Why there is no text. */
    public String getMissing() {
        return reader.text(last().row() == 0 ? "trace.no-row" : "trace.no-file");
    }

    /** Of an event file: how many rows were counted together; else empty. */
    public String getCounted() {
        return text.map(ImportRow::counted)
                .filter(c -> c.total() > 0)
                .map(c -> reader.text("trace.counted", reader.count(c.total())))
                .orElse("");
    }
}
