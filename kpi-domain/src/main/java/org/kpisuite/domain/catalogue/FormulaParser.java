package org.kpisuite.domain.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kpisuite.domain.failure.Code;
import org.kpisuite.domain.failure.KpiException;
import org.kpisuite.domain.failure.Refusal;

/** Reads {@code + − * / min( )}, constants, measures and measures by dimension, by recursive descent. */
final class FormulaParser {
    static final int LENGTH_MAX = 1000;
    static final int DEPTH_MAX = 50;

    private final String text;
    private int at;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Formula parse() {
        if (text.length() > LENGTH_MAX) {
            throw refuse("formula.long", String.valueOf(LENGTH_MAX));
        }
        Formula formula = sum();
        if (peek() != 0) {
            throw unreadable();
        }
        if (formula.toString().length() > LENGTH_MAX) {
            throw refuse("formula.long", String.valueOf(LENGTH_MAX));
        }
        return formula;
    }

    private Formula sum() {
        Formula left = product();
        for (char c = peek(); c == '+' || c == '-' || c == '−'; c = peek()) {
            at++;
            left = new Formula.Binary(c == '+' ? '+' : '-', left, product());
        }
        return left;
    }

    private Formula product() {
        Formula left = atom();
        for (char c = peek(); c == '*' || c == '×' || c == '/' || c == '÷'; c = peek()) {
            at++;
            left = new Formula.Binary(c == '*' || c == '×' ? '*' : '/', left, atom());
        }
        return left;
    }

    private Formula atom() {
        char c = peek();
        if (++depth > DEPTH_MAX) {
            throw refuse("formula.deep", String.valueOf(DEPTH_MAX));
        }
        Formula formula;
        if (c == '(') {
            at++;
            formula = sum();
            expect(')');
        } else if (isDigit(c)) {
            formula = constant();
        } else if (isNameChar(c)) {
            formula = named(span(false));
        } else {
            throw unreadable();
        }
        depth--;
        return formula;
    }

    private Formula constant() {
        String digits = span(true);
        if (digits.indexOf('.') != digits.lastIndexOf('.')) {
            throw refuse("formula.unreadable", digits);
        }
        return new Formula.Constant(new BigDecimal(digits));
    }

    private Formula named(String name) {
        if (name.equals("min") && peek() == '(') {
            at++;
            Formula left = sum();
            expect(',');
            Formula right = sum();
            expect(')');
            return new Formula.Minimum(left, right);
        }
        return new Formula.Reference(name, peek() == '[' ? dimensions() : Map.of());
    }

    private Map<String, String> dimensions() {
        Map<String, String> dimensions = new TreeMap<>();
        expect('[');
        do {
            if (peek() == ',') {
                at++;
            }
            peek();
            String name = span(false);
            expect('=');
            expect('"');
            int end = text.indexOf('"', at);
            if (name.isEmpty() || end < 0) {
                throw unreadable();
            }
            dimensions.put(name, text.substring(at, end));
            at = end + 1;
        } while (peek() == ',');
        expect(']');
        return dimensions;
    }

    private String span(boolean number) {
        int from = at;
        while (at < text.length() && (number ? isNumberChar(text.charAt(at)) : isNameChar(text.charAt(at)))) {
            at++;
        }
        return text.substring(from, at);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNumberChar(char c) {
        return isDigit(c) || c == '.';
    }

    private static boolean isNameChar(char c) {
        return c == '_' || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || isDigit(c);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unreadable();
        }
        at++;
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private KpiException unreadable() {
        return at < text.length() ? refuse("formula.unreadable", text.substring(at)) : refuse("formula.ends");
    }

    private KpiException refuse(String why, String... arguments) {
        List<String> all = new ArrayList<>(List.of(text, why));
        all.addAll(List.of(arguments));
        return new KpiException(List.of(Refusal.ofField(Code.E_FORMULA, "formula", text, all.toArray(String[]::new))));
    }
}
