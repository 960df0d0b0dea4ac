package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * The texts that the cells of a workbook refer to by number. Read only as far as they are asked for; held as bytes in
 * pages, and beyond {@link #HELD_BYTES_MAX} in a file of their own, so that their number costs no heap.
 */
final class SharedTexts implements AutoCloseable {
    private static final int TEXTS_MAX = 10_000_000;
    private static final int TEXT_LENGTH_MAX = RecordHandler.RECORD_LENGTH_MAX;
    private static final int PAGE = 256;
    private static final long HELD_BYTES_MAX = 48L << 20;
    private static final int PAGES_CACHED = 256;
    private static final int KEPT = 1 << 16;
    private static final int KEPT_LENGTH_MAX = 64;

    private final @Nullable XmlPart part;
    private final Path folder;
    private final List<Page> pages = new ArrayList<>();
    private final Map<Integer, byte[]> cached = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
            return size() > PAGES_CACHED;
        }
    };
    private final String[] kept = new String[KEPT];
    private byte[] open = new byte[1 << 12];
    private int[] ends = new int[PAGE];
    private int count;
    private long held;
    private @Nullable Path spilledTo;
    private @Nullable RandomAccessFile spilled;

    /** A page of texts, one after the other: their ends, and their bytes here or at a place of the file. */
    private static final class Page {
        private final int[] ends;
        private final byte @Nullable [] bytes;
        private final long position;

        Page(int[] ends, byte @Nullable [] bytes, long position) {
            this.ends = ends;
            this.bytes = bytes;
            this.position = position;
        }
    }

    /**
     * The texts of a part.
     *
     * @param part null where the workbook has none
     * @param folder where they may be put if they are many
     */
    SharedTexts(@Nullable XmlPart part, Path folder) {
        this.part = part;
        this.folder = folder;
    }

    /** The text of that number; refuses E-FILE-FORMAT where there is none. */
    String text(int index) throws IOException {
        if (index >= 0 && index < KEPT && kept[index] != null) {
            return kept[index];
        }
        while (index >= count && readNext()) {
            // read on until it is there
        }
        if (index < 0 || index >= count) {
            throw XmlPart.damaged();
        }
        String text = stored(index);
        if (index < KEPT && text.length() <= KEPT_LENGTH_MAX) {
            kept[index] = text;
        }
        return text;
    }

    private boolean readNext() throws IOException {
        if (part == null || !part.find("si")) {
            return false;
        }
        String text = part.richText();
        part.mark();
        if (text.length() > TEXT_LENGTH_MAX) {
            throw RecordHandler.tooLong();
        }
        add(text.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private void add(byte[] text) throws IOException {
        if (count == TEXTS_MAX) {
            throw new KpiException(Code.E_LIMIT, "sharedStrings", String.valueOf(TEXTS_MAX));
        }
        int slot = count % PAGE;
        int start = slot == 0 ? 0 : ends[slot - 1];
        if (start + text.length > open.length) {
            open = Arrays.copyOf(open, Math.max(2 * open.length, start + text.length));
        }
        System.arraycopy(text, 0, open, start, text.length);
        ends[slot] = start + text.length;
        count++;
        if (slot == PAGE - 1) {
            close(ends[slot]);
        }
    }

    private void close(int length) throws IOException {
        byte[] bytes = Arrays.copyOf(open, length);
        if (held + length <= HELD_BYTES_MAX) {
            held += length;
            pages.add(new Page(ends, bytes, 0));
        } else {
            RandomAccessFile file = spilled();
            long position = file.length();
            file.seek(position);
            file.write(bytes);
            pages.add(new Page(ends, null, position));
        }
        ends = new int[PAGE];
        open = new byte[1 << 12];
    }

    private RandomAccessFile spilled() throws IOException {
        if (spilled == null) {
            spilledTo = Files.createTempFile(folder, "texts", ".part");
            spilled = new RandomAccessFile(spilledTo.toFile(), "rw");
        }
        return spilled;
    }

    private String stored(int index) throws IOException {
        int number = index / PAGE;
        boolean isOpen = number == pages.size();
        int[] marks = isOpen ? ends : pages.get(number).ends;
        byte[] bytes = isOpen ? open : bytes(number);
        int slot = index % PAGE;
        int start = slot == 0 ? 0 : marks[slot - 1];
        return new String(bytes, start, marks[slot] - start, StandardCharsets.UTF_8);
    }

    private byte[] bytes(int number) throws IOException {
        Page page = pages.get(number);
        if (page.bytes != null) {
            return page.bytes;
        }
        // Put in anew below, so that the eldest is the one that was not asked for longest.
        byte[] bytes = cached.remove(number);
        if (bytes == null) {
            bytes = new byte[page.ends[PAGE - 1]];
            spilled().seek(page.position);
            spilled().readFully(bytes);
        }
        cached.put(number, bytes);
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (part != null) {
            part.close();
        }
        if (spilled != null) {
            spilled.close();
            Files.deleteIfExists(spilledTo);
        }
    }
}
