package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.select.InvalidSelect.Reason;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A select expression.
 *
 * @param limit the page size asked for, 1 to 2500
 */
public record SelectStatement(
        Output output, String domain, Optional<Condition> where, Optional<Order> order, OptionalInt limit) {
    public static final int MAX_PAGE = 2500;
    public static final int DEFAULT_PAGE = 100;
    private static final int MAX_ATTRIBUTES = 20;
    private static final int MAX_COMPARISONS = 20;

    /** @throws InvalidSelect when the text is not a select expression that may be run */
    public static SelectStatement parse(String text) {
        SelectStatement statement = new SelectParser(text).statement();
        statement.where.ifPresent(SelectStatement::checkSize);
        statement.order.ifPresent(statement::checkSortKey);
        return statement;
    }

    private static void checkSize(Condition where) {
        if (where.tests().map(Condition.Test::subject).distinct().count() > MAX_ATTRIBUTES) {
            throw new InvalidSelect(Reason.TOO_MANY_ATTRIBUTES, "");
        }
        if (where.tests().mapToInt(test -> test.comparison().weight()).sum() > MAX_COMPARISONS) {
            throw new InvalidSelect(Reason.TOO_MANY_COMPARISONS, "");
        }
    }

    private void checkSortKey(Order key) {
        boolean tested = where.stream()
                .flatMap(Condition::tests)
                .anyMatch(test ->
                        test.subject().equals(key.subject()) && !(test.comparison() instanceof Comparison.IsNull));
        if (!tested) {
            throw new InvalidSelect(Reason.SORT, "");
        }
    }

    /** What pages of one result have in common: not the output nor the limit, so that a count may go on as a select. */
    public String result() {
        return domain + " " + where + " " + order;
    }
}
