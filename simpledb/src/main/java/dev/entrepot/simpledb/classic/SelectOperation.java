package dev.entrepot.simpledb.classic;

import dev.entrepot.simpledb.classic.contract.Attribute;
import dev.entrepot.simpledb.classic.contract.Item;
import dev.entrepot.simpledb.classic.contract.SelectResult;
import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.select.InvalidSelect;
import dev.entrepot.simpledb.select.Output;
import dev.entrepot.simpledb.select.SelectExecutor;
import dev.entrepot.simpledb.select.SelectPage;
import dev.entrepot.simpledb.select.SelectStatement;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Select as an operation: its errors, its tokens and its answer. */
final class SelectOperation {
    private final Database database;
    private final PageTokens pageTokens;

    SelectOperation(Database database, PageTokens pageTokens) {
        this.database = database;
        this.pageTokens = pageTokens;
    }

    static SelectStatement parse(String expression) {
        try {
            SelectStatement statement = SelectStatement.parse(expression);
            if (statement.output() instanceof Output.Named(List<String> names)) {
                ItemRules.requestedAttributes(names);
            }
            return statement;
        } catch (InvalidSelect.Syntax syntax) {
            throw ClassicError.INVALID_QUERY_EXPRESSION.with();
        } catch (InvalidSelect.Limit limit) {
            throw ClassicError.INVALID_PARAMETER_VALUE.with(
                    limit.getMessage(), "MaxNumberOfItems is invalid. MaxNumberOfItems must be between 1 and 2500.");
        }
    }

    SelectResult run(Owner owner, SelectStatement statement, Optional<String> nextToken) {
        // Neither output nor limit: the token of a count may go on as a select (SimpleDB dossier, section 4.4).
        String context = "Select " + owner + " " + statement.domain();
        String after = nextToken
                .map(token -> new String(
                        pageTokens.read(context, token).orElseThrow(ClassicError.INVALID_NEXT_TOKEN::with),
                        StandardCharsets.UTF_8))
                .orElse("");
        SelectPage page = database.read(handle -> {
            long domain = DomainStore.find(handle, owner, statement.domain())
                    .orElseThrow(ClassicError.NO_SUCH_DOMAIN::with)
                    .id();
            return SelectExecutor.run(handle, domain, statement, after);
        });
        return SelectResult.builder()
                .items(page.rows().stream()
                        .map(row -> Item.builder()
                                .name(row.itemName())
                                .attributes(attributes(row.attributes()))
                                .build())
                        .toList())
                .nextToken(page.position()
                        .map(position -> pageTokens.issue(context, position.getBytes(StandardCharsets.UTF_8))))
                .build();
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
