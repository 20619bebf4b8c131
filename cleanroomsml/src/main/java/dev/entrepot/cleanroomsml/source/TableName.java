package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.contract.GlueDataSource;

/** Which table; the contract's patterns keep these from being paths to anywhere else. */
record TableName(String catalogId, String database, String table) {
    static TableName of(GlueDataSource source, String account) {
        return new TableName(source.catalogId().orElse(account), source.databaseName(), source.tableName());
    }

    @Override
    public String toString() {
        return database + "." + table + " in catalog " + catalogId;
    }
}
