package dev.entrepot.cleanroomsml.lookalike;

/**
 * Takes interactions one by one, in any order: each {@link #add}, then its features. Rows of the same user, item and time are one
 * interaction: it has the categories of all of them, and of each amount the greatest. Not for several threads.
 */
public final class Interactions {
    /** A column of categories; the number names it in {@link #category}. */
    public int categorical(String name) {
        throw new UnsupportedOperationException();
    }

    /** A column of numbers; the number names it in {@link #amount}. */
    public int numerical(String name) {
        throw new UnsupportedOperationException();
    }

    /**
     * The next interaction.
     *
     * @param epochSecond at most 10^11 away from 0
     */
    public void add(String userId, String itemId, long epochSecond) {
        throw new UnsupportedOperationException();
    }

    /** A category of the last interaction, which may have several of one column. */
    public void category(int column, String value) {
        throw new UnsupportedOperationException();
    }

    /** A number of the last interaction; what is not finite is as good as missing. */
    public void amount(int column, double value) {
        throw new UnsupportedOperationException();
    }

    /** All interactions so far, in order and without repetitions. This object is used up. */
    public TrainingData finish() {
        throw new UnsupportedOperationException();
    }
}
