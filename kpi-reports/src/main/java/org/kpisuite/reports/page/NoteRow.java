package org.kpisuite.reports.page;

/**
 * One line of a note: what it is about, and beside the last line of that what is said.
 *
 * @param begins whether this is the first line of the note
 * @param says whether what is said begins here
 */
public record NoteRow(String subject, String text, boolean begins, boolean says) implements Line {
    @Override
    public int height() {
        return 90;
    }
}
