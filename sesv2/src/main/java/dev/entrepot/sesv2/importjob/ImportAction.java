package dev.entrepot.sesv2.importjob;

/** What becomes of the addresses in a file. */
public enum ImportAction {
    /** They are put in place of what is there. */
    PUT,
    /** They are taken away. */
    DELETE
}
