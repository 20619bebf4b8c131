package dev.entrepot.storage.database;

/** Which database is behind {@link Database}. */
public enum Dialect {
    SQLITE,
    POSTGRESQL
}
