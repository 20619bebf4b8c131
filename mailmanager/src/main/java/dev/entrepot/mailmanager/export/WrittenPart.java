package dev.entrepot.mailmanager.export;

/** How much of an export, or of a part of it, has been written. */
record WrittenPart(long written, long failed, long bytes) {}
