package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.lookalike.Interactions;

/**
 * What a table's rows came to.
 *
 * @param rows all of them
 * @param incomplete those without user, item or time
 * @param outside those whose time was not in the window
 */
public record TableRows(Interactions interactions, long rows, long incomplete, long outside) {}
