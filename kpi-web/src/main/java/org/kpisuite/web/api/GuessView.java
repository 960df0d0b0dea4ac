package org.kpisuite.web.api;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.kpisuite.ejb.actual.GuessNote;
import org.kpisuite.ejb.actual.ImportProfiles;
import org.kpisuite.ejb.actual.ProfileWorkshop;

/**
 * A proposed import profile as sent.
 *
 * @param recognised profiles that read the file as it is, the likeliest first
 * @param reasons why the document says what it says
 * @param questions what a person should decide before it is kept
 */
public record GuessView(
        List<RecognisedView> recognised,
        JsonObject document,
        List<String> header,
        List<List<String>> rows,
        List<NoteView> reasons,
        List<NoteView> questions) {

    /** A profile that there is. */
    public record RecognisedView(String code, NameView name, boolean asksUnit) {
        static RecognisedView of(ImportProfiles.Stored stored) {
            return new RecognisedView(
                    stored.code(),
                    NameView.of(stored.profile().name()),
                    stored.profile().form().asksUnit());
        }
    }

    /**
     * A sentence about the document.
     *
     * @param field path in the document; empty for the whole
     */
    public record NoteView(String field, String key, String message) {
        static NoteView of(GuessNote note, Locale locale) {
            return new NoteView(note.field(), note.key(), note.message(locale));
        }
    }

    static GuessView of(ProfileWorkshop.Guess guess, Locale locale) {
        return new GuessView(
                guess.recognised().stream().map(RecognisedView::of).toList(),
                ImportProfilesResource.object(guess.document()),
                guess.header(),
                guess.rows(),
                guess.reasons().stream().map(n -> NoteView.of(n, locale)).toList(),
                guess.questions().stream().map(n -> NoteView.of(n, locale)).toList());
    }
}
