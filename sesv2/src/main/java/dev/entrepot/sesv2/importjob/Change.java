package dev.entrepot.sesv2.importjob;

/** What a record that is applied does to what its address has. */
enum Change {
    CREATED,
    UPDATED,
    /** It says again what is there; an import only sets the time of the last update. */
    UNCHANGED,
    DELETED
}
