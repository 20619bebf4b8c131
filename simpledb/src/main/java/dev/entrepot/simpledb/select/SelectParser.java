package dev.entrepot.simpledb.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** Reads a select expression word by word. */
final class SelectParser {
    private static final Set<String> RESERVED = Set.of(
            "or",
            "and",
            "not",
            "from",
            "where",
            "select",
            "like",
            "null",
            "is",
            "order",
            "by",
            "asc",
            "desc",
            "in",
            "between",
            "intersection",
            "limit",
            "every");

    private final List<Token> tokens;
    private int next;

    SelectParser(String text) {
        this.tokens = Token.all(text);
    }

    SelectStatement statement() {
        word("select");
        Output output = output();
        word("from");
        String domain = name();
        OptionalInt limit = OptionalInt.empty();
        if (peek().isWord("limit")) {
            next++;
            limit = OptionalInt.of(limit());
        }
        if (peek().kind() != Token.Kind.END) {
            throw new InvalidSelect.Syntax("Unexpected: " + peek().text());
        }
        return new SelectStatement(output, domain, limit);
    }

    private Output output() {
        if (peek().isSymbol("*")) {
            next++;
            return new Output.All();
        }
        if (peek().isWord("itemName") && tokens.get(next + 1).isSymbol("(")) {
            next++;
            symbol("(");
            symbol(")");
            return new Output.ItemName();
        }
        if (peek().isWord("count") && tokens.get(next + 1).isSymbol("(")) {
            next++;
            symbol("(");
            symbol("*");
            symbol(")");
            return new Output.Count();
        }
        var names = new ArrayList<String>();
        names.add(name());
        while (peek().isSymbol(",")) {
            next++;
            names.add(name());
        }
        return new Output.Named(names);
    }

    private int limit() {
        Token number = take();
        if (number.kind() != Token.Kind.NUMBER) {
            throw new InvalidSelect.Syntax("limit wants a number");
        }
        int limit = number.text().length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(number.text());
        if (limit < 1 || limit > SelectStatement.MAX_PAGE) {
            throw new InvalidSelect.Limit(number.text());
        }
        return limit;
    }

    private String name() {
        Token token = take();
        return switch (token.kind()) {
            case QUOTED_NAME -> token.text();
            case WORD -> {
                if (RESERVED.contains(token.text().toLowerCase(Locale.ROOT))) {
                    throw new InvalidSelect.Syntax("A reserved word stands in backticks as a name: " + token.text());
                }
                yield token.text();
            }
            default -> throw new InvalidSelect.Syntax("Expected a name");
        };
    }

    private void word(String word) {
        if (!take().isWord(word)) {
            throw new InvalidSelect.Syntax("Expected " + word);
        }
    }

    private void symbol(String symbol) {
        if (!take().isSymbol(symbol)) {
            throw new InvalidSelect.Syntax("Expected " + symbol);
        }
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }
}
