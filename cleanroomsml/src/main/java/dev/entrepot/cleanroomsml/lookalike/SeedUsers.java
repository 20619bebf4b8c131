package dev.entrepot.cleanroomsml.lookalike;

/** The seed users that a model knows. */
public final class SeedUsers {
    final int[] users;

    SeedUsers(int[] users) {
        this.users = users;
    }

    /** How many different users they are. */
    public int size() {
        return users.length;
    }
}
