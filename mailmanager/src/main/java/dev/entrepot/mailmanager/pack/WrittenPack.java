package dev.entrepot.mailmanager.pack;

import java.util.List;

/**
 * A pack that is on the disk and that no row speaks of yet.
 *
 * @param bytes of the object
 * @param places of its messages, in the order they were given
 */
public record WrittenPack(long number, long bytes, List<Place> places) {}
