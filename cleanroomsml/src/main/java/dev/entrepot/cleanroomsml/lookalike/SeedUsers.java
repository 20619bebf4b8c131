package dev.entrepot.cleanroomsml.lookalike;

import java.util.stream.StreamSupport;

/** The seed users that a model knows. */
public final class SeedUsers {
    final Ids model;
    /** Ascending. */
    final int[] users;

    SeedUsers(Ids model, Iterable<String> userIds) {
        this.model = model;
        users = StreamSupport.stream(userIds.spliterator(), false)
                .mapToInt(model::find)
                .filter(user -> user >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    /** How many different users they are. */
    public int size() {
        return users.length;
    }
}
