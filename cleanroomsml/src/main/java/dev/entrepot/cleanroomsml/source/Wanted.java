package dev.entrepot.cleanroomsml.source;

/** A column that is to be read from files, and its place in {@link Row}s. */
record Wanted(String name, int place) {}
