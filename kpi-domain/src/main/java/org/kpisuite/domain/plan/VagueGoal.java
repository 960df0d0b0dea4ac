package org.kpisuite.domain.plan;

import java.util.regex.Pattern;

/**
 * Whether a goal is a wish that nobody can count: a vague verb, and no number (domain specification §4.7, L02). A year or
 * a quarter is a date, not a number to reach.
 */
final class VagueGoal {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern VAGUE = Pattern.compile(
            "\\b(improv(e|es|ed|ing|ement)|rais(e|es|ed|ing)\\s+(\\w+\\s+){0,2}awareness|optimi[sz](e|es|ed|ing|ation)"
                    + "|strengthen(s|ed|ing)?"
                    + "|улучш\\w*|повы(с|ш)\\w*\\s+(\\w+\\s+){0,2}узнаваемост\\w*|оптимиз\\w*|усил(ить|им|ение|ения|ивать|иваем))\\b",
            FLAGS);

    private static final Pattern DATE = Pattern.compile(
            "\\b(FY|R)?(19|20)\\d\\d-(Q\\d|W\\d\\d|P?\\d\\d)\\b|\\bQ[1-4]\\b|\\b[1-4](-?(й|м|го))?\\s*кв(\\.|арт\\w*)"
                    + "|\\b(19|20)\\d\\d\\s*(г\\.|год\\w*)|\\b(in|by|until|during|for|в|к|до|за)\\s+(19|20)\\d\\d(?=\\s*($|[.,;:)]))"
                    + "|(?<=Q[1-4])\\s+(19|20)\\d\\d\\b",
            FLAGS);

    private static final Pattern NUMBER = Pattern.compile("\\d");

    private VagueGoal() {}

    static boolean is(String goal) {
        return VAGUE.matcher(goal).find()
                && !NUMBER.matcher(DATE.matcher(goal).replaceAll(" ")).find();
    }
}
