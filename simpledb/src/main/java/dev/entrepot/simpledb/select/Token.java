package dev.entrepot.simpledb.select;

import java.util.ArrayList;
import java.util.List;

/** A word of a select expression. */
record Token(Kind kind, String text) {
    private static final int LONGEST_EXPRESSION = 64 * 1024;

    enum Kind {
        /** A bare word: a keyword or a plain name. */
        WORD,
        /** A name in backticks, without them. */
        QUOTED_NAME,
        /** A constant in quotes, without them. */
        CONSTANT,
        NUMBER,
        SYMBOL,
        END
    }

    static List<Token> all(String text) {
        if (text.length() > LONGEST_EXPRESSION) {
            throw InvalidSelect.syntax("The expression is too long");
        }
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end;
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            } else if (c == '`' || c == '\'' || c == '"') {
                end = endOfQuoted(text, at);
                String inner = text.substring(at + 1, end - 1).replace("" + c + c, "" + c);
                tokens.add(new Token(c == '`' ? Kind.QUOTED_NAME : Kind.CONSTANT, inner));
            } else if (isWordStart(c)) {
                end = at + 1;
                while (end < text.length() && (isWordStart(text.charAt(end)) || isDigit(text.charAt(end)))) {
                    end++;
                }
                tokens.add(new Token(Kind.WORD, text.substring(at, end)));
            } else if (isDigit(c)) {
                end = at + 1;
                while (end < text.length() && isDigit(text.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.NUMBER, text.substring(at, end)));
            } else {
                boolean two =
                        at + 1 < text.length() && text.charAt(at + 1) == '=' && (c == '<' || c == '>' || c == '!');
                end = at + (two ? 2 : 1);
                tokens.add(new Token(Kind.SYMBOL, text.substring(at, end)));
            }
            at = end;
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    /** The quote that opened is doubled inside. */
    private static int endOfQuoted(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            if (text.charAt(i) == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        throw InvalidSelect.syntax("A quote is not closed");
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
