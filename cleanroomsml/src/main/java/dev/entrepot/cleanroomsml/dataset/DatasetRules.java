package dev.entrepot.cleanroomsml.dataset;

import dev.entrepot.cleanroomsml.contract.ColumnSchema;
import dev.entrepot.cleanroomsml.contract.ColumnType;
import dev.entrepot.cleanroomsml.contract.ValidationException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a schema must be like beside what the contract says (dossier, section 1.4). */
final class DatasetRules {
    private static final int FEATURES = 10;

    private DatasetRules() {}

    static void schema(List<ColumnSchema> columns) {
        for (ColumnType type : List.of(ColumnType.USER_ID, ColumnType.ITEM_ID, ColumnType.TIMESTAMP)) {
            if (count(columns, type) != 1) {
                throw new ValidationException("The schema must contain exactly one " + type.value() + " column");
            }
        }
        long features = count(columns, ColumnType.CATEGORICAL_FEATURE) + count(columns, ColumnType.NUMERICAL_FEATURE);
        if (features > FEATURES) {
            throw new ValidationException(
                    "At most " + FEATURES + " categorical or numerical feature columns are allowed, found " + features);
        }
        Set<String> names = new HashSet<>();
        for (ColumnSchema column : columns) {
            if (!names.add(column.columnName().toLowerCase(Locale.ROOT))) {
                throw new ValidationException("The schema names the column '" + column.columnName() + "' twice");
            }
        }
    }

    private static long count(List<ColumnSchema> columns, ColumnType type) {
        return columns.stream()
                .filter(column -> column.columnTypes().contains(type))
                .count();
    }
}
