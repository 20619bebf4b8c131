package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.contract.ColumnType;
import dev.entrepot.cleanroomsml.lookalike.Interactions;
import dev.entrepot.jobs.Counts;
import java.io.IOException;
import java.util.List;

/** Makes interactions of rows: ids are texts as they stand there, rows that lack user, item or time are left out. */
final class InteractionRows {
    private static final Counts COMPLETE = new Counts(1, 0, 0);
    private static final Counts INCOMPLETE = new Counts(1, 1, 0);

    private final List<InteractionColumn> columns;
    private final TrainingWindow window;
    private final Interactions into;
    private final Row row;
    private final int user;
    private final int item;
    private final int time;
    private final TimeColumn times;
    /** What names each column that is a feature; -1 for the others. */
    private final int[] features;

    /** What the file's name says, by column; empty for columns that are in the file. */
    private final String[] named;

    private long rows;
    private long incomplete;
    private long outside;
    private boolean lastWasComplete;

    InteractionRows(List<InteractionColumn> columns, TrainingWindow window) {
        this.columns = columns;
        this.window = window;
        this.into = new Interactions();
        this.row = new Row(columns.size());
        this.user = only(ColumnType.USER_ID);
        this.item = only(ColumnType.ITEM_ID);
        this.time = only(ColumnType.TIMESTAMP);
        this.times = new TimeColumn(columns.get(time));
        this.named = new String[columns.size()];
        this.features = columns.stream().mapToInt(this::feature).toArray();
    }

    private int feature(InteractionColumn column) {
        return switch (column.role()) {
            case CATEGORICAL_FEATURE -> into.categorical(column.name());
            case NUMERICAL_FEATURE -> into.numerical(column.name());
            default -> -1;
        };
    }

    private int only(ColumnType role) {
        return columns.stream().map(InteractionColumn::role).toList().indexOf(role);
    }

    /** Rows of another file come now. */
    void begin(PartitionValues values) {
        for (int i = 0; i < named.length; i++) {
            InteractionColumn column = columns.get(i);
            named[i] = column.isPartitionKey() ? values.of(column.name()) : "";
        }
    }

    /** Takes the next row, if there is one; returns whether there was. */
    boolean add(RowReader reader) throws IOException {
        row.clear();
        if (!reader.read(row)) {
            return false;
        }
        for (int i = 0; i < named.length; i++) {
            if (columns.get(i).isPartitionKey()) {
                row.add(i, named[i]);
            }
        }
        rows++;
        String userId = only(user);
        String itemId = only(item);
        String moment = only(time);
        lastWasComplete = !userId.isEmpty() && !itemId.isEmpty() && !moment.isEmpty();
        if (lastWasComplete) {
            add(userId, itemId, times.epochSecond(moment));
        } else {
            incomplete++;
        }
        return true;
    }

    private void add(String userId, String itemId, long epochSecond) {
        if (!window.includes(epochSecond)) {
            outside++;
            return;
        }
        into.add(userId, itemId, epochSecond);
        for (int i = 0; i < features.length; i++) {
            switch (columns.get(i).role()) {
                case CATEGORICAL_FEATURE -> {
                    for (String category : row.all(i)) {
                        into.category(features[i], category);
                    }
                }
                case NUMERICAL_FEATURE -> amount(i);
                default -> {}
            }
        }
    }

    private void amount(int column) {
        String text = only(column);
        if (!text.isEmpty()) {
            try {
                into.amount(features[column], Double.parseDouble(text));
            } catch (NumberFormatException e) {
                throw columns.get(column).mismatch("has no number");
            }
        }
    }

    private String only(int column) {
        return row.only(column, columns.get(column).name());
    }

    /** What the row last taken counts for. */
    Counts last() {
        return lastWasComplete ? COMPLETE : INCOMPLETE;
    }

    TableRows result() {
        return new TableRows(into, rows, incomplete, outside);
    }
}
