package dev.entrepot.storage.objects;

import java.util.Optional;

/** What must be true of the object that a write replaces or a delete removes; entity tags are compared without quotes. */
public sealed interface WriteCondition {
    WriteCondition NONE = new None();

    record None() implements WriteCondition {}

    /** {@code If-None-Match: *} (empty), or not this entity tag. */
    record Absent(Optional<String> etag) implements WriteCondition {}

    /** {@code If-Match: *} (empty), or just this entity tag. */
    record Present(Optional<String> etag) implements WriteCondition {}

    /** @throws ObjectRequestFailed when the condition does not hold */
    default void check(Optional<StoredObject> current) {
        var currentEtag = current.map(StoredObject::etag);
        boolean holds = switch (this) {
            case None _ -> true;
            case Absent(var etag) -> currentEtag.isEmpty() || (etag.isPresent() && !etag.equals(currentEtag));
            case Present(var etag) -> {
                if (currentEtag.isEmpty()) {
                    throw new ObjectRequestFailed(ObjectError.NO_SUCH_KEY, "The specified key does not exist.");
                }
                yield etag.isEmpty() || etag.equals(currentEtag);
            }
        };
        if (!holds) {
            throw new ObjectRequestFailed(
                    ObjectError.PRECONDITION_FAILED, "At least one of the preconditions you specified did not hold.");
        }
    }
}
