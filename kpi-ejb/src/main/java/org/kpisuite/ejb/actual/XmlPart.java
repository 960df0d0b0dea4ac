package org.kpisuite.ejb.actual;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;

/**
 * An XML part of a workbook, read forward by the local names of its elements, so that both namespaces of the format are
 * the same. A document type ends the reading: no entity is ever expanded and nothing outside is fetched.
 */
final class XmlPart implements AutoCloseable {
    /** Bytes of markup and text between two marks: a row, a shared text, the head of a part. */
    private static final int BYTES_MAX = 16 << 20;

    private static final int DEPTH_MAX = 100;

    private static final XMLInputFactory FACTORY = factory();

    private final Metered bytes;
    private final XMLStreamReader reader;
    private int depth;

    private XmlPart(Metered bytes, XMLStreamReader reader) {
        this.bytes = bytes;
        this.reader = reader;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    static XmlPart of(InputStream in) {
        Metered bytes = new Metered(in);
        try {
            return new XmlPart(bytes, FACTORY.createXMLStreamReader(bytes));
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    private static KpiException refused(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof KpiException known) {
                return known;
            }
        }
        return FileFormat.refused("FILE-DAMAGED");
    }

    /** Goes on to the next start or end of an element; false at the end of the part. */
    boolean next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                check(event);
                if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    /** Goes on to the next start of an element of that name; false where there is none. */
    boolean find(String name) {
        while (next()) {
            if (isStart(name)) {
                return true;
            }
        }
        return false;
    }

    private void check(int event) {
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEPTH_MAX) {
            throw new KpiException(Code.E_LIMIT, "XML > " + DEPTH_MAX, String.valueOf(DEPTH_MAX));
        }
        depth -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw FileFormat.refused("FILE-DOCTYPE");
        }
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    String name() {
        return reader.getLocalName();
    }

    boolean isStart(String name) {
        return reader.isStartElement() && reader.getLocalName().equals(name);
    }

    boolean isEnd(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    int attributes() {
        return reader.getAttributeCount();
    }

    String attributeName(int index) {
        return reader.getAttributeLocalName(index);
    }

    String attribute(int index) {
        return reader.getAttributeValue(index);
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    boolean flag(String name) {
        String value = attribute(name);
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }

    int number(String name, int otherwise) {
        String value = attribute(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw FileFormat.refused("FILE-DAMAGED");
        }
    }

    /** The text of the element that has just begun, up to its end; elements inside of it are passed over. */
    String text() {
        try {
            int open = 1;
            String text = "";
            StringBuilder more = null;
            while (true) {
                int event = reader.next();
                check(event);
                if (event == XMLStreamConstants.END_ELEMENT && --open == 0) {
                    return more == null ? text : more.toString();
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    open++;
                } else if (open == 1 && isText(event)) {
                    String part = reader.getText();
                    if (text.isEmpty()) {
                        text = part;
                    } else {
                        more = more == null ? new StringBuilder(text) : more;
                        more.append(part);
                    }
                }
            }
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw refused(e);
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS
                || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    /** The text of a rich string that has just begun, its runs joined, without what says how it is pronounced. */
    String richText() {
        String name = name();
        StringBuilder joined = null;
        String text = "";
        while (next() && !isEnd(name)) {
            if (isStart("rPh")) {
                skip();
            } else if (isStart("t")) {
                String run = text();
                if (joined == null && text.isEmpty()) {
                    text = run;
                } else {
                    joined = joined == null ? new StringBuilder(text) : joined;
                    joined.append(run);
                }
            }
        }
        return unescaped(joined == null ? text : joined.toString());
    }

    private void skip() {
        int open = 1;
        while (open > 0 && next()) {
            open += isStart() ? 1 : -1;
        }
    }

    /** Characters that XML cannot hold are written as {@code _x000D_}. */
    static String unescaped(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        for (; at >= 0; at = text.indexOf("_x", Math.max(from, at + 1))) {
            if (at + 7 <= text.length() && text.charAt(at + 6) == '_' && isHex(text, at + 2)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                from = at + 7;
            }
        }
        return JsonText.checked(plain.append(text, from, text.length()).toString());
    }

    private static boolean isHex(String text, int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    /** From here on the bytes are counted anew. */
    void mark() {
        bytes.since = 0;
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw refused(e);
        } finally {
            bytes.close();
        }
    }

    /** Refuses when one piece takes more bytes than any honest one. */
    private static final class Metered extends FilterInputStream {
        private int since;

        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            since += Math.max(0, n);
            if (since > BYTES_MAX) {
                throw RecordHandler.tooLong();
            }
            return n;
        }
    }

    /** A refusal of a cell's place or number that no workbook has. */
    static KpiException damaged() {
        return new KpiException(Code.E_FILE_FORMAT, "FILE-DAMAGED");
    }
}
