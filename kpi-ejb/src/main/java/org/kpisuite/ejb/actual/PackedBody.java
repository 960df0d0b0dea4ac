package org.kpisuite.ejb.actual;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/** A body that may be packed by gzip, told by its first bytes: senders pack with and without saying so. */
final class PackedBody extends FilterInputStream {
    private static final int BUFFER = 1 << 16;
    /** Below it the ratio says nothing. */
    private static final long UNPACKED_BYTES_FREE = 64L << 20;

    private static final long RATIO_MAX = 500;

    private final Counted packed;
    private long given;

    private PackedBody(GZIPInputStream in, Counted packed) {
        super(in);
        this.packed = packed;
    }

    static InputStream unpacked(InputStream body) throws IOException {
        BufferedInputStream in = new BufferedInputStream(body, BUFFER);
        in.mark(2);
        boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        if (!gzip) {
            return in;
        }
        Counted counted = new Counted(in);
        try {
            return new PackedBody(new GZIPInputStream(counted, BUFFER), counted);
        } catch (ZipException | EOFException e) {
            throw FileFormat.refused("FILE-DAMAGED");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int n;
        try {
            n = super.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw FileFormat.refused("FILE-DAMAGED");
        }
        given += Math.max(0, n);
        if (given > UNPACKED_BYTES_FREE && given / packed.bytes > RATIO_MAX) {
            throw new KpiException(Code.E_LIMIT, "gzip > " + RATIO_MAX + " : 1", RATIO_MAX + " : 1");
        }
        return n;
    }

    /** Counts what is read of the packed bytes. */
    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            bytes += Math.max(0, n);
            return n;
        }
    }
}
