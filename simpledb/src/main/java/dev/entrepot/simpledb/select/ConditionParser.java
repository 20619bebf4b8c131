package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.select.Comparison.Operator;
import java.util.ArrayList;

/**
 * Reads the where clause. NOT binds tightest, then AND, OR and INTERSECTION; AWS's pages are silent about this, and people
 * write parentheses (SimpleDB dossier, section 4.1).
 */
final class ConditionParser {
    private static final int MAX_DEPTH = 50;

    private final SelectParser words;
    private int depth;

    ConditionParser(SelectParser words) {
        this.words = words;
    }

    Condition expression() {
        Condition left = either();
        while (words.takeIf("intersection")) {
            left = new Condition.Intersection(left, either());
        }
        return left;
    }

    private Condition either() {
        Condition left = both();
        while (words.takeIf("or")) {
            left = new Condition.Or(left, both());
        }
        return left;
    }

    private Condition both() {
        Condition left = term();
        while (words.takeIf("and")) {
            left = new Condition.And(left, term());
        }
        return left;
    }

    private Condition term() {
        if (++depth > MAX_DEPTH) {
            throw InvalidSelect.syntax("The expression is nested too deeply");
        }
        try {
            if (words.takeIf("not")) {
                return new Condition.Not(term());
            }
            if (words.peek().isSymbol("(")) {
                words.symbol("(");
                Condition inner = expression();
                words.symbol(")");
                return inner;
            }
            return test();
        } finally {
            depth--;
        }
    }

    private Condition test() {
        if (!words.takeIf("every")) {
            return new Condition.Test(words.subject(), false, comparison());
        }
        words.symbol("(");
        var subject = new Subject.Attribute(words.name());
        words.symbol(")");
        Comparison comparison = comparison();
        if (comparison instanceof Comparison.IsNull || comparison instanceof Comparison.IsNotNull) {
            throw InvalidSelect.syntax("every() takes a comparison");
        }
        return new Condition.Test(subject, true, comparison);
    }

    private Comparison comparison() {
        if (words.takeIf("not")) {
            words.word("like");
            return new Comparison.NotLike(LikePattern.parse(constant()));
        }
        if (words.takeIf("like")) {
            return new Comparison.Like(LikePattern.parse(constant()));
        }
        if (words.takeIf("between")) {
            String low = constant();
            words.word("and");
            return new Comparison.Between(low, constant());
        }
        if (words.takeIf("in")) {
            return in();
        }
        if (words.takeIf("is")) {
            boolean not = words.takeIf("not");
            words.word("null");
            return not ? new Comparison.IsNotNull() : new Comparison.IsNull();
        }
        Token symbol = words.take();
        for (Operator operator : Operator.values()) {
            if (symbol.isSymbol(operator.symbol())) {
                return new Comparison.Ordered(operator, constant());
            }
        }
        throw InvalidSelect.syntax("Expected a comparison");
    }

    private Comparison in() {
        var constants = new ArrayList<String>();
        words.symbol("(");
        constants.add(constant());
        while (words.peek().isSymbol(",")) {
            words.symbol(",");
            constants.add(constant());
        }
        words.symbol(")");
        return new Comparison.In(constants);
    }

    private String constant() {
        Token token = words.take();
        if (token.kind() != Token.Kind.CONSTANT) {
            throw InvalidSelect.syntax("Constants stand in quotes");
        }
        return token.text();
    }
}
