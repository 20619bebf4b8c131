package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemStore;
import dev.entrepot.simpledb.select.SelectPage.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Runs a statement over the items of one domain, in the order of their names. */
public final class SelectExecutor {
    /** A page ends here (SimpleDB dossier, section 3.9), measured by what the items' documents hold. */
    private static final int MAX_PAGE_BYTES = 1 << 20;

    private SelectExecutor() {}

    /** @param after the position of the page before; empty for the first page */
    public static SelectPage run(Handle handle, long domainId, SelectStatement statement, String after) {
        if (statement.output() instanceof Output.Count) {
            return count(handle, domainId, statement, after);
        }
        var rows = new ArrayList<Row>();
        int limit = statement.limit().orElse(SelectStatement.DEFAULT_PAGE);
        return ItemStore.scan(handle, domainId, after, items -> {
            int bytes = 0;
            String last = after;
            while (items.hasNext()) {
                if (rows.size() == limit || bytes >= MAX_PAGE_BYTES) {
                    return new SelectPage(rows, Optional.of(last));
                }
                ItemStore.StoredItem item = items.next();
                last = item.name();
                Attributes chosen = choose(statement.output(), item);
                if (!(statement.output() instanceof Output.Named) || !chosen.isEmpty()) {
                    rows.add(new Row(item.name(), chosen));
                    bytes += statement.output() instanceof Output.ItemName ? last.length() : item.document().length;
                }
            }
            return new SelectPage(rows, Optional.empty());
        });
    }

    private static Attributes choose(Output output, ItemStore.StoredItem item) {
        return switch (output) {
            case Output.All() -> ItemDocument.read(item.document());
            case Output.Named(List<String> names) ->
                ItemDocument.read(item.document()).only(Set.copyOf(names));
            case Output.ItemName(), Output.Count() -> new Attributes();
        };
    }

    /** Without a limit a count answers at once for the whole domain, as live SimpleDB does. */
    private static SelectPage count(Handle handle, long domainId, SelectStatement statement, String after) {
        ItemStore.Counted counted =
                ItemStore.count(handle, domainId, after, statement.limit().orElse(Integer.MAX_VALUE));
        var count = new Attributes();
        count.add("Count", Long.toString(counted.items()));
        return new SelectPage(List.of(new Row("Domain", count)), counted.more());
    }
}
