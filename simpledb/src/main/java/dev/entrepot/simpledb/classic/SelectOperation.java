package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.classic.contract.Attribute;
import dev.entrepot.simpledb.classic.contract.Item;
import dev.entrepot.simpledb.classic.contract.SelectResult;
import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.select.InvalidSelect;
import dev.entrepot.simpledb.select.Output;
import dev.entrepot.simpledb.select.Position;
import dev.entrepot.simpledb.select.SelectExecutor;
import dev.entrepot.simpledb.select.SelectPage;
import dev.entrepot.simpledb.select.SelectStatement;
import dev.entrepot.simpledb.select.SelectTimedOut;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Select as an operation: its errors, its tokens and its answer. */
final class SelectOperation {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Database database;
    private final PageTokens pageTokens;
    private final InstantSource clock;

    SelectOperation(Database database, PageTokens pageTokens, InstantSource clock) {
        this.database = database;
        this.pageTokens = pageTokens;
        this.clock = clock;
    }

    static SelectStatement parse(String expression) {
        try {
            SelectStatement statement = SelectStatement.parse(expression);
            if (statement.output() instanceof Output.Named(List<String> names)) {
                ItemRules.requestedAttributes(names);
            }
            return statement;
        } catch (InvalidSelect invalid) {
            throw switch (invalid.reason()) {
                case SYNTAX -> ClassicError.INVALID_QUERY_EXPRESSION.with();
                case LIMIT ->
                    ClassicError.INVALID_PARAMETER_VALUE.with(
                            invalid.getMessage(),
                            "MaxNumberOfItems is invalid. MaxNumberOfItems must be between 1 and 2500.");
                case TOO_MANY_ATTRIBUTES -> ClassicError.INVALID_NUMBER_PREDICATES.with();
                case TOO_MANY_COMPARISONS -> ClassicError.INVALID_NUMBER_VALUE_TESTS.with();
                case SORT -> ClassicError.INVALID_SORT_EXPRESSION.with();
            };
        }
    }

    SelectResult run(Owner owner, SelectStatement statement, Optional<String> nextToken) {
        String context = "Select " + owner + " " + statement.result();
        Optional<Position> after = nextToken.map(token ->
                Position.of(pageTokens.read(context, token).orElseThrow(ClassicError.INVALID_NEXT_TOKEN::with)));
        SelectPage page = page(owner, statement, after);
        return SelectResult.builder()
                .items(page.rows().stream()
                        .map(row -> Item.builder()
                                .name(row.itemName())
                                .attributes(attributes(row.attributes()))
                                .build())
                        .toList())
                .nextToken(page.next().map(position -> pageTokens.issue(context, position.toBytes())))
                .build();
    }

    private SelectPage page(Owner owner, SelectStatement statement, Optional<Position> after) {
        Instant deadline = clock.instant().plus(LONGEST);
        try {
            return database.read(handle -> {
                Domain domain = DomainStore.find(handle, owner, statement.domain())
                        .orElseThrow(ClassicError.NO_SUCH_DOMAIN::with);
                return new SelectExecutor(
                                handle, domain, statement, () -> clock.instant().isAfter(deadline))
                        .page(after);
            });
        } catch (SelectTimedOut late) {
            throw ClassicError.QUERY_TIMEOUT.with(statement.domain());
        }
    }

    static List<Attribute> attributes(Attributes attributes) {
        return attributes.pairs().stream()
                .map(pair -> Attribute.builder()
                        .name(pair.name())
                        .value(pair.value())
                        .build())
                .toList();
    }
}
