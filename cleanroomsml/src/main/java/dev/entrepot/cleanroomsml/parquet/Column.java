package dev.entrepot.cleanroomsml.parquet;

import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.parquet.column.ColumnReader;

/** The values of one column in one group of rows, a row at a time. */
public final class Column {
    private final ColumnReader reader;
    private final int whole;
    private final Function<ColumnReader, String> texts;

    Column(Leaf leaf, ColumnReader reader) {
        this.reader = reader;
        this.whole = leaf.descriptor().getMaxDefinitionLevel();
        this.texts = Texts.of(leaf.element());
    }

    /** Goes past the next row and hands its values over: none for null, several for a list. */
    public void next(Consumer<String> values) {
        do {
            if (reader.getCurrentDefinitionLevel() == whole) {
                values.accept(texts.apply(reader));
            }
            reader.consume();
        } while (reader.getCurrentRepetitionLevel() > 0);
    }
}
