package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.contract.GlueDataSource;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which table. Its parts are names of directories and files, and never paths to anywhere else. */
public record TableName(String catalogId, String database, String table) {
    /** As narrow as the contract's own patterns, where it matters. */
    private static final Pattern PART = Pattern.compile("[a-zA-Z0-9_][a-zA-Z0-9_ -]{0,127}");

    public TableName {
        if (!Stream.of(catalogId, database, table)
                .allMatch(part -> PART.matcher(part).matches())) {
            throw new IllegalArgumentException("No name of a table: " + database + "." + table);
        }
    }

    /** @param text {@code DATABASE.TABLE}; nothing for what is none */
    public static Optional<TableName> parse(String catalogId, String text) {
        String[] parts = text.split("\\.", -1);
        return parts.length == 2
                        && Stream.of(parts).allMatch(part -> PART.matcher(part).matches())
                ? Optional.of(new TableName(catalogId, parts[0], parts[1]))
                : Optional.empty();
    }

    static TableName of(GlueDataSource source, String account) {
        return new TableName(source.catalogId().orElse(account), source.databaseName(), source.tableName());
    }

    @Override
    public String toString() {
        return database + "." + table + " in catalog " + catalogId;
    }
}
