package org.kpisuite.web.page;

/** Which rows of a list a page shows, and the pages before and after it; pages count from 1. */
public final class Pager {
    /** How many rows a page shows. */
    static final int ROWS = 50;

    private static final int PAGES_MAX = 1_000_000;

    private final int page;
    private final long total;
    private final Reader reader;

    Pager(int page, long total, Reader reader) {
        this.page = within(page);
        this.total = total;
        this.reader = reader;
    }

    /** How many rows of the list stand on the pages before that one. */
    static int skipped(int page) {
        return (within(page) - 1) * ROWS;
    }

    private static int within(int page) {
        return Math.max(1, Math.min(page, PAGES_MAX));
    }

    /** 0 where there is none. */
    public int getBefore() {
        return page - 1;
    }

    /** 0 where there is none. */
    public int getAfter() {
        return (long) page * ROWS < total ? page + 1 : 0;
    }

    /** {@code 1–50 of 1,248}. */
    public String getRange() {
        long first = skipped(page) + 1L;
        return reader.text(
                "pager", reader.count(first), reader.count(Math.min(total, first + ROWS - 1)), reader.count(total));
    }

    /** Whether there are more rows than one page shows. */
    public boolean isNeeded() {
        return total > ROWS;
    }
}
