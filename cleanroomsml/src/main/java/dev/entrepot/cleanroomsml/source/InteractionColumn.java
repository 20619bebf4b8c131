package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.contract.ColumnType;
import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.cleanroomsml.source.CatalogTable.Column;
import java.util.Set;

/**
 * A column that a dataset declares.
 *
 * @param column as the catalog has it
 * @param isPartitionKey whether its values stand in the files' names
 */
record InteractionColumn(Column column, ColumnType role, boolean isPartitionKey) {
    private static final Set<String> TEXTS = Set.of("string", "varchar", "char");
    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "int", "integer", "bigint");
    private static final Set<String> FRACTIONS = Set.of("float", "double");

    InteractionColumn {
        if (!isAllowed(column.plainType(), role)) {
            throw FailureCode.SCHEMA_MISMATCH.because("Column '" + column.name() + "' is of type " + column.type()
                    + ", which cannot be " + role.value() + ".");
        }
    }

    /** As section 2.1 of the dossier has it. */
    static boolean isAllowed(String type, ColumnType role) {
        return switch (role) {
            case USER_ID, ITEM_ID -> TEXTS.contains(type) || INTEGERS.contains(type);
            case TIMESTAMP -> INTEGERS.contains(type) || type.equals("timestamp");
            case NUMERICAL_FEATURE -> INTEGERS.contains(type) || FRACTIONS.contains(type);
            case CATEGORICAL_FEATURE ->
                TEXTS.contains(type)
                        || INTEGERS.contains(type)
                        || FRACTIONS.contains(type)
                        || type.equals("boolean")
                        || type.equals("array");
        };
    }

    String name() {
        return column.name();
    }

    FileUnusable mismatch(String what) {
        return FileUnusable.mismatch("column '" + name() + "' " + what);
    }
}
