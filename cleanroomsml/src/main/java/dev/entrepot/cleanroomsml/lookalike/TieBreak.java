package dev.entrepot.cleanroomsml.lookalike;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Orders users of equal score by SHA-256 of a text and their id: always the same, and nobody is favoured by their name. */
final class TieBreak {
    private final Ids users;
    private final String text;
    private final MessageDigest sha256;

    TieBreak(Ids users, String text) {
        this.users = users;
        this.text = text;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The examples' others, the greatest score first. */
    int[] sorted(Examples examples, double[] scores) {
        IntOrder byScore = (one, other) -> Double.compare(scores[other], scores[one]);
        int[] places = byScore.sorted(scores.length);
        int[] ranked = new int[places.length];
        for (int from = 0, to = 1; from < places.length; from = to++) {
            while (to < places.length && scores[places[to]] == scores[places[from]]) {
                to++;
            }
            int[] equal = new int[to - from];
            for (int next = 0; next < equal.length; next++) {
                equal[next] = examples.other(places[from + next]);
            }
            System.arraycopy(sorted(equal), 0, ranked, from, equal.length);
        }
        return ranked;
    }

    int[] sorted(int[] equal) {
        if (equal.length == 1) {
            return equal;
        }
        long[] keys = new long[equal.length];
        for (int next = 0; next < equal.length; next++) {
            keys[next] = key(equal[next]);
        }
        IntOrder order = (one, other) -> {
            int byKey = Long.compareUnsigned(keys[one], keys[other]);
            return byKey != 0 ? byKey : Integer.compare(equal[one], equal[other]);
        };
        int[] sorted = order.sorted(equal.length);
        for (int next = 0; next < sorted.length; next++) {
            sorted[next] = equal[sorted[next]];
        }
        return sorted;
    }

    private long key(int user) {
        byte[] digest = sha256.digest((text + users.text(user)).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(digest).getLong();
    }
}
