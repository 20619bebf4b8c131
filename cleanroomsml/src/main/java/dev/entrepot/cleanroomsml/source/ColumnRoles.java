package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.contract.ColumnType;
import dev.entrepot.cleanroomsml.source.CatalogTable.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Proposes what a table's columns are for, by their names and types; a person has the last word. */
public final class ColumnRoles {
    /** What people call these columns, the surest names first, as {@link #plain} has them. */
    private static final Map<ColumnType, List<String>> NAMES = Map.of(
            ColumnType.USER_ID,
            List.of("userid", "user", "uid", "customerid", "customer", "visitorid", "memberid", "personid", "clientid"),
            ColumnType.ITEM_ID,
            List.of("itemid", "item", "sku", "productid", "product", "movieid", "articleid", "contentid", "url"),
            ColumnType.TIMESTAMP,
            List.of("timestamp", "ts", "time", "eventtime", "datetime", "date", "createdat", "occurredat"));
    /** Of features, by section 2.1 of the dossier. */
    private static final int MOST_FEATURES = 10;

    private ColumnRoles() {}

    /** Roles by the columns' names, in the order of the columns; a column of which nothing can be said has none. */
    public static Map<String, ColumnType> propose(CatalogTable table) {
        List<Column> columns =
                Stream.concat(table.columns().stream(), table.keys().stream()).toList();
        var certain = new LinkedHashMap<String, ColumnType>();
        for (ColumnType role : List.of(ColumnType.USER_ID, ColumnType.ITEM_ID, ColumnType.TIMESTAMP)) {
            NAMES.getOrDefault(role, List.of()).stream()
                    .flatMap(name -> columns.stream()
                            .filter(column -> plain(column.name()).equals(name)
                                    && InteractionColumn.isAllowed(column.plainType(), role)))
                    .findFirst()
                    .ifPresent(column -> certain.put(column.name(), role));
        }
        var roles = new LinkedHashMap<String, ColumnType>();
        int features = 0;
        for (Column column : columns) {
            if (certain.containsKey(column.name())) {
                roles.put(column.name(), certain.get(column.name()));
            } else if (features < MOST_FEATURES && !column.plainType().equals("timestamp")) {
                features++;
                roles.put(
                        column.name(),
                        InteractionColumn.isAllowed(column.plainType(), ColumnType.NUMERICAL_FEATURE)
                                ? ColumnType.NUMERICAL_FEATURE
                                : ColumnType.CATEGORICAL_FEATURE);
            }
        }
        return roles;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
