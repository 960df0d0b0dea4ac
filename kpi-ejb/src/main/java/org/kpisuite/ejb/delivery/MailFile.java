package org.kpisuite.ejb.delivery;

import org.kpisuite.domain.report.FileMark;
import org.kpisuite.domain.report.ReportFormat;

/** A file made for a mail; its name is ASCII. */
final class MailFile {
    private final ReportFormat format;
    private final String name;
    private final byte[] content;
    private final FileMark mark;

    /** The bytes are not copied, for they may be many; nobody writes to them. */
    MailFile(ReportFormat format, String name, byte[] content) {
        this.format = format;
        this.name = name;
        this.content = content;
        this.mark = FileMark.of(content);
    }

    ReportFormat format() {
        return format;
    }

    String name() {
        return name;
    }

    byte[] content() {
        return content;
    }

    FileMark mark() {
        return mark;
    }
}
