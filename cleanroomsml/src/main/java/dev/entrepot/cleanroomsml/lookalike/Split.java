package dev.entrepot.cleanroomsml.lookalike;

/** Users to learn from, and users to be scored by what was learnt. */
record Split(int[] seeds, int[] others, int[] heldSeeds, int[] heldOthers) {}
