package dev.entrepot.simpledb.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        Optional<Condition> where =
                takeIf("where") ? Optional.of(new ConditionParser(this).expression()) : Optional.empty();
        Optional<Order> order = takeIf("order") ? Optional.of(order()) : Optional.empty();
        OptionalInt limit = takeIf("limit") ? OptionalInt.of(limit()) : OptionalInt.empty();
        if (peek().kind() != Token.Kind.END) {
            throw InvalidSelect.syntax("Unexpected: " + peek().text());
        }
        return new SelectStatement(output, domain, where, order, limit);
    }

    private Output output() {
        if (peek().isSymbol("*")) {
            next++;
            return new Output.All();
        }
        if (isItemName()) {
            subject();
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

    private boolean isItemName() {
        return peek().isWord("itemName") && tokens.get(next + 1).isSymbol("(");
    }

    Subject subject() {
        if (!isItemName()) {
            return new Subject.Attribute(name());
        }
        next++;
        symbol("(");
        symbol(")");
        return new Subject.ItemName();
    }

    private Order order() {
        word("by");
        Subject subject = subject();
        boolean descending = takeIf("desc");
        if (!descending) {
            takeIf("asc");
        }
        return new Order(subject, descending);
    }

    private int limit() {
        Token number = take();
        if (number.kind() != Token.Kind.NUMBER) {
            throw InvalidSelect.syntax("limit wants a number");
        }
        int limit = number.text().length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(number.text());
        if (limit < 1 || limit > SelectStatement.MAX_PAGE) {
            throw new InvalidSelect(InvalidSelect.Reason.LIMIT, number.text());
        }
        return limit;
    }

    String name() {
        Token token = take();
        return switch (token.kind()) {
            case QUOTED_NAME -> token.text();
            case WORD -> {
                if (RESERVED.contains(token.text().toLowerCase(Locale.ROOT))) {
                    throw InvalidSelect.syntax("A reserved word stands in backticks as a name: " + token.text());
                }
                yield token.text();
            }
            default -> throw InvalidSelect.syntax("Expected a name");
        };
    }

    void word(String word) {
        if (!take().isWord(word)) {
            throw InvalidSelect.syntax("Expected " + word);
        }
    }

    void symbol(String symbol) {
        if (!take().isSymbol(symbol)) {
            throw InvalidSelect.syntax("Expected " + symbol);
        }
    }

    Token peek() {
        return tokens.get(next);
    }

    boolean takeIf(String word) {
        boolean there = peek().isWord(word);
        next += there ? 1 : 0;
        return there;
    }

    Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }
}
