package dev.entrepot.storage.database;

/** An empty database of one test. It may be opened several times, one after the other or at once as several nodes would. */
public interface TestDatabase {
    /** Opens it with these modules' tables. It is closed when the test ends, if the test has not done so. */
    Database open(Migrations... modules);

    Dialect dialect();
}
