package dev.entrepot.mailmanager.pack;

/**
 * A pack as the table has it.
 *
 * @param archive the archive's number
 * @param month see {@link Month}
 * @param bytes of the object
 * @param written bytes of all messages that were written to it, as they came
 * @param live bytes of those that rows still speak of
 * @param messages how many those are
 * @param first the smallest number of a message in it
 * @param last the largest
 */
public record PackRow(
        long number,
        long archive,
        int month,
        long bytes,
        long written,
        long live,
        long messages,
        long first,
        long last) {
    /** Whether more than half of it has been deleted. */
    public boolean isMostlyDead() {
        return live < written / 2;
    }
}
