package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemStore;
import dev.entrepot.simpledb.domain.ItemStore.StoredItem;
import dev.entrepot.simpledb.select.SelectPage.Row;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;

/** Runs a statement over the items of one domain; without an order, in that of their names. */
public final class SelectExecutor {
    /** A page ends here (SimpleDB dossier, section 3.9), measured by what the items' documents hold. */
    private static final int MAX_PAGE_BYTES = 1 << 20;

    private final Handle handle;
    private final long domainId;
    private final SelectStatement statement;
    private final BooleanSupplier outOfTime;

    /** @param outOfTime whether a page has taken as long as it may: then it ends where it is, empty perhaps */
    public SelectExecutor(Handle handle, long domainId, SelectStatement statement, BooleanSupplier outOfTime) {
        this.handle = handle;
        this.domainId = domainId;
        this.statement = statement;
        this.outOfTime = outOfTime;
    }

    /**
     * @param after the place where the page before ended
     * @throws SelectTimedOut when a sorted result could not be found in time, of which there is no part to give
     */
    public SelectPage page(Optional<Position> after) {
        if (statement.output() instanceof Output.Count) {
            return count(after);
        }
        int limit = statement.limit().orElse(SelectStatement.DEFAULT_PAGE);
        if (statement.order().isPresent()) {
            return sortedRows(statement.order().get(), after, limit);
        }
        return ItemStore.scan(handle, domainId, after.orElse(Position.START).itemName(), items -> rows(items, limit));
    }

    private SelectPage rows(Iterator<StoredItem> items, int limit) {
        var rows = new ArrayList<Row>();
        int bytes = 0;
        String last = "";
        while (items.hasNext()) {
            boolean full = rows.size() == limit || bytes >= MAX_PAGE_BYTES;
            if (!last.isEmpty() && (full && statement.where().isEmpty() || outOfTime.getAsBoolean())) {
                return new SelectPage(rows, Optional.of(new Position("", last)));
            }
            StoredItem item = items.next();
            if (matches(item)) {
                if (full) { // there is more
                    return new SelectPage(rows, Optional.of(new Position("", last)));
                }
                Optional<Row> row = row(item);
                row.ifPresent(rows::add);
                bytes += row.isPresent() ? bytesOf(item) : 0;
            }
            if (!full) {
                last = item.name();
            }
        }
        return new SelectPage(rows, Optional.empty());
    }

    private SelectPage sortedRows(Order order, Optional<Position> after, int limit) {
        List<Position> first = first(order, after, limit + 1);
        var rows = new ArrayList<Row>();
        int bytes = 0;
        for (int i = 0; i < first.size(); i++) {
            if (i == limit || bytes >= MAX_PAGE_BYTES) {
                return new SelectPage(rows, Optional.of(first.get(i - 1)));
            }
            String name = first.get(i).itemName();
            StoredItem item =
                    new StoredItem(name, ItemStore.find(handle, domainId, name).orElseThrow());
            Optional<Row> row = row(item);
            row.ifPresent(rows::add);
            bytes += row.isPresent() ? bytesOf(item) : 0;
        }
        return new SelectPage(rows, Optional.empty());
    }

    /** The first matches after a place in the order, no more than {@code number} of them in memory. */
    private List<Position> first(Order order, Optional<Position> after, int number) {
        var first = new FirstPositions(order.comparator(), number);
        ItemStore.scan(handle, domainId, "", items -> {
            while (items.hasNext()) {
                if (outOfTime.getAsBoolean()) {
                    throw new SelectTimedOut();
                }
                StoredItem item = items.next();
                Attributes attributes = ItemDocument.read(item.document());
                if (statement
                        .where()
                        .filter(where -> !where.matches(item.name(), attributes))
                        .isEmpty()) {
                    order.valueOf(item.name(), attributes)
                            .map(value -> new Position(value, item.name()))
                            .filter(position ->
                                    after.isEmpty() || order.comparator().compare(position, after.get()) > 0)
                            .ifPresent(first::add);
                }
            }
            return first;
        });
        return first.sorted();
    }

    private boolean matches(StoredItem item) {
        return statement
                .where()
                .filter(where -> !where.matches(item.name(), ItemDocument.read(item.document())))
                .isEmpty();
    }

    /** What the item gives; nothing when none of the attributes asked for is there. */
    private Optional<Row> row(StoredItem item) {
        Attributes chosen = switch (statement.output()) {
            case Output.All() -> ItemDocument.read(item.document());
            case Output.Named(List<String> names) ->
                ItemDocument.read(item.document()).only(Set.copyOf(names));
            case Output.ItemName(), Output.Count() -> new Attributes();
        };
        boolean leftOut = statement.output() instanceof Output.Named && chosen.isEmpty();
        return leftOut ? Optional.empty() : Optional.of(new Row(item.name(), chosen));
    }

    private int bytesOf(StoredItem item) {
        return statement.output() instanceof Output.ItemName ? item.name().length() : item.document().length;
    }

    /** Without a limit a count answers for the whole result, as live SimpleDB does. */
    private SelectPage count(Optional<Position> after) {
        int limit = statement.limit().orElse(Integer.MAX_VALUE);
        if (statement.order().isPresent() && statement.limit().isPresent()) {
            List<Position> first = first(statement.order().get(), after, limit + 1);
            return counted(
                    Math.min(limit, first.size()),
                    first.size() <= limit ? Optional.empty() : Optional.of(first.get(limit - 1)));
        }
        String start = after.orElse(Position.START).itemName();
        if (statement.where().isEmpty()) {
            ItemStore.Counted items = ItemStore.count(handle, domainId, start, limit);
            return counted(items.items(), items.more().map(name -> new Position("", name)));
        }
        return ItemStore.scan(handle, domainId, start, items -> countMatches(items, limit));
    }

    private SelectPage countMatches(Iterator<StoredItem> items, int limit) {
        long count = 0;
        String last = "";
        while (items.hasNext()) {
            if (!last.isEmpty() && outOfTime.getAsBoolean()) {
                return counted(count, Optional.of(new Position("", last)));
            }
            StoredItem item = items.next();
            if (matches(item) && wanted(item)) {
                if (count == limit) {
                    return counted(count, Optional.of(new Position("", last)));
                }
                count++;
                last = item.name();
            } else if (count < limit) {
                last = item.name();
            }
        }
        return counted(count, Optional.empty());
    }

    /** A sorted result leaves out items without the sort key, and a count counts what the result would hold. */
    private boolean wanted(StoredItem item) {
        return statement
                .order()
                .filter(order -> order.valueOf(item.name(), ItemDocument.read(item.document()))
                        .isEmpty())
                .isEmpty();
    }

    private static SelectPage counted(long items, Optional<Position> next) {
        var count = new Attributes();
        count.add("Count", Long.toString(items));
        return new SelectPage(List.of(new Row("Domain", count)), next);
    }
}
