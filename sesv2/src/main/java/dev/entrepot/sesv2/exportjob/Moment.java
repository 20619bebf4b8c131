package dev.entrepot.sesv2.exportjob;

/** What the one part of an export reads: all events up to this batch. */
record Moment(long batch) {}
