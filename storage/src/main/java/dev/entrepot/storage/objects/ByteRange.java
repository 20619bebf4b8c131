package dev.entrepot.storage.objects;

/** Bytes of an object. */
public record ByteRange(long offset, long length) {
    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /** Chooses the bytes to read once the size is known. */
    public interface Choice {
        /** @throws ObjectRequestFailed ({@link ObjectError#INVALID_RANGE}) when the object has no such bytes */
        ByteRange of(long size);
    }
}
