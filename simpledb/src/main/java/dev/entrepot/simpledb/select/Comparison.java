package dev.entrepot.simpledb.select;

import static dev.entrepot.simpledb.domain.Utf8Order.UTF8;

import java.util.List;

/** What a test demands of one value. */
public sealed interface Comparison {
    boolean holds(String value);

    /** How many of the comparisons that a select may have this one counts for. */
    default int weight() {
        return 1;
    }

    /** The operators with one constant, by order of bytes. */
    enum Operator {
        EQUAL("="),
        NOT_EQUAL("!="),
        LESS("<"),
        LESS_OR_EQUAL("<="),
        GREATER(">"),
        GREATER_OR_EQUAL(">=");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        private boolean accepts(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
            };
        }
    }

    record Ordered(Operator operator, String constant) implements Comparison {
        @Override
        public boolean holds(String value) {
            return operator.accepts(UTF8.compare(value, constant));
        }
    }

    /** Both ends included. */
    record Between(String low, String high) implements Comparison {
        @Override
        public boolean holds(String value) {
            return UTF8.compare(low, value) <= 0 && UTF8.compare(value, high) <= 0;
        }
    }

    record In(List<String> constants) implements Comparison {
        public In {
            constants = List.copyOf(constants);
        }

        @Override
        public boolean holds(String value) {
            return constants.contains(value);
        }

        @Override
        public int weight() {
            return constants.size();
        }
    }

    record Like(LikePattern pattern) implements Comparison {
        @Override
        public boolean holds(String value) {
            return pattern.matches(value);
        }
    }

    record NotLike(LikePattern pattern) implements Comparison {
        @Override
        public boolean holds(String value) {
            return !pattern.matches(value);
        }
    }

    /** No value at all. */
    record IsNull() implements Comparison {
        @Override
        public boolean holds(String value) {
            return false; // there is one
        }
    }

    record IsNotNull() implements Comparison {
        @Override
        public boolean holds(String value) {
            return true;
        }
    }
}
