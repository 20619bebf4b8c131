package dev.entrepot.sesv2.exportjob;

/** How many records stand in the file. */
record Exported(long records) {}
