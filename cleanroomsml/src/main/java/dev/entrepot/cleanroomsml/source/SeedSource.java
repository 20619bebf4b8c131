package dev.entrepot.cleanroomsml.source;

import dev.entrepot.cleanroomsml.resource.FailureCode;
import dev.entrepot.storage.objects.StoredObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads seeds: JSON lines, each an object with a {@code user_id} (dossier, section 2.3). What a line says is repeated nowhere. */
public record SeedSource(S3Files objects, SeedLimits limits) {
    private static final int BUFFER = 1 << 16;
    private static final String USER_ID = "user_id";

    /**
     * The different ids of one object, or of all below a place.
     *
     * @throws dev.entrepot.jobs.JobFailed when that is no seed, or none of the size allowed
     */
    public Set<String> read(S3Uri place) {
        Set<String> ids = new HashSet<>();
        for (StoredObject object : objects.at(place)) {
            read(new S3Uri(place.bucket(), object.key()), ids);
        }
        if (ids.size() < limits.least()) {
            throw FailureCode.SEED_TOO_SMALL.because(
                    "Different users in the seed: found " + ids.size() + ", needed " + limits.least() + ".");
        }
        return ids;
    }

    private void read(S3Uri file, Set<String> ids) {
        String at = "";
        var bytes = new BufferedInputStream(objects.open(file).bytes(), BUFFER);
        try (var rows = new JsonRows(bytes, List.of(new Wanted(USER_ID, 0)))) {
            var row = new Row(1);
            try {
                while (rows.read(row)) {
                    ids.add(userId(row));
                    row.clear();
                    if (ids.size() > limits.most()) {
                        throw FailureCode.SEED_TOO_LARGE.because(
                                "The seed has more than " + limits.most() + " different users.");
                    }
                }
            } catch (FileUnusable unusable) {
                at = ", " + rows.place();
                throw unusable;
            }
        } catch (FileUnusable | IOException e) {
            throw FailureCode.SEED_MALFORMED.because(file + at + ": no JSON object with a " + USER_ID + ".");
        }
    }

    private static String userId(Row row) {
        String id = row.only(0, USER_ID);
        if (id.isEmpty()) {
            throw FileUnusable.mismatch("there is no " + USER_ID);
        }
        return id;
    }
}
