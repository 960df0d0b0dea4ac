package org.kpisuite.domain.delivery;

import java.util.Optional;
import org.kpisuite.domain.report.FileMark;

/**
 * What is kept of a mail that went out.
 *
 * @param messageId as in its header, without angle brackets
 * @param answer of the server, or the name of the file where mails are files
 * @param pdf empty for a mail without files
 * @param workbook likewise
 */
public record SendReceipt(String messageId, String answer, Optional<FileMark> pdf, Optional<FileMark> workbook) {}
