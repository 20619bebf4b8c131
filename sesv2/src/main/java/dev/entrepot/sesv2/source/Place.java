package dev.entrepot.sesv2.source;

/**
 * A place between two records, from which a file can be read on.
 *
 * @param offset in bytes from the file's beginning
 * @param line from 1
 */
public record Place(long offset, long line) {
    public static Place parse(String text) {
        int space = text.indexOf(' ');
        return new Place(Long.parseLong(text, 0, space, 10), Long.parseLong(text, space + 1, text.length(), 10));
    }

    @Override
    public String toString() {
        return offset + " " + line;
    }
}
