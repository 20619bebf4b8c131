package dev.entrepot.cleanroomsml.lookalike;

/**
 * How large an audience is to be (dossier, sections 2.5 and 3.2).
 *
 * @param value users, or percent of all users of the model, seeds among them
 */
public record Size(Type type, int value) {
    public enum Type {
        ABSOLUTE,
        PERCENTAGE
    }

    public Size {
        if (value < 1 || type == Type.PERCENTAGE && value > 100) {
            throw new IllegalArgumentException("No size of an audience: " + type + " " + value);
        }
    }

    public static Size absolute(int users) {
        return new Size(Type.ABSOLUTE, users);
    }

    public static Size percentage(int percent) {
        return new Size(Type.PERCENTAGE, percent);
    }

    /** The users asked for, of so many; perhaps more than there are. A part of a user counts as one. */
    int of(int users) {
        return type == Type.ABSOLUTE ? value : (int) Math.ceilDiv((long) users * value, 100);
    }
}
