package org.kpisuite.ejb.actual;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * Text of a file that is refused, not mended, where its bytes are no text: E-ENCODING for bytes that are not of the
 * charset, E-FILE-FORMAT for NUL. All characters before the bad ones are given first, so that the record that holds them
 * is known. A byte order mark is left out.
 */
final class StrictText extends Reader {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** A character and a line end. */
    private static final int TAIL = 3;

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).limit(0);
    private long given;
    private String tail = "";
    private boolean ended;
    private boolean malformed;

    StrictText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Characters given so far. */
    long given() {
        return given;
    }

    /** Whether that character is the last one of what was given, but for one line end. */
    boolean endsWith(char last) {
        String line = tail.endsWith("\r\n") || tail.isEmpty()
                ? tail.substring(0, Math.max(0, tail.length() - 2))
                : tail.replaceFirst("[\r\n]$", "");
        return !line.isEmpty() && line.charAt(line.length() - 1) == last;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (malformed) {
            throw new KpiException(Code.E_ENCODING, decoder.charset().name());
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length).slice();
        while (chars.position() == 0 && !malformed && !(ended && !bytes.hasRemaining())) {
            fill();
            decode(chars);
        }
        int n = chars.position();
        if (n == 0) {
            return malformed ? read(target, offset, length) : -1;
        }
        checkText(target, offset, n);
        given += n;
        String latest = tail + String.valueOf(target, offset + Math.max(0, n - TAIL), Math.min(n, TAIL));
        tail = latest.substring(Math.max(0, latest.length() - TAIL));
        return n;
    }

    private void fill() throws IOException {
        if (ended) {
            return;
        }
        bytes.compact();
        int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
        if (n < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + n);
        }
        bytes.flip();
    }

    private void decode(CharBuffer chars) {
        CoderResult result = decoder.decode(bytes, chars, ended);
        malformed = result.isError() || (ended && result.isUnderflow() && bytes.hasRemaining());
        if (given == 0 && chars.position() > 0 && chars.get(0) == BYTE_ORDER_MARK) {
            given = 1;
            int n = chars.position();
            chars.position(0);
            chars.put(chars.duplicate().position(1).limit(n).slice().toString());
        }
    }

    private static void checkText(char[] target, int offset, int n) {
        for (int i = offset; i < offset + n; i++) {
            if (target[i] == 0) {
                throw new KpiException(Code.E_FILE_FORMAT, "FILE-NUL");
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
