package dev.entrepot.simpledb.select;

import java.util.OptionalInt;

/**
 * A select expression.
 *
 * @param limit the page size asked for, 1 to 2500
 */
public record SelectStatement(Output output, String domain, OptionalInt limit) {
    public static final int MAX_PAGE = 2500;
    public static final int DEFAULT_PAGE = 100;

    /** @throws InvalidSelect when the text is not a select expression */
    public static SelectStatement parse(String text) {
        return new SelectParser(text).statement();
    }
}
