package dev.entrepot.storage.objects;

import java.io.InputStream;

/**
 * Objects of one bucket that reach the disk together, which costs a fraction of what it costs one by one. None of them is seen before
 * {@link #commit}. For one thread.
 */
public interface ObjectBatch extends AutoCloseable {
    /**
     * Takes all bytes of {@code source}, which the caller closes. Of two objects of one key the latter stays.
     *
     * @param options without a condition
     * @throws ObjectRequestFailed as for {@link ObjectStore#put}
     */
    StoredObject put(String key, PutOptions options, InputStream source);

    /**
     * On return all objects are on the disk. When it fails some of them may be there, each whole.
     *
     * @throws ObjectRequestFailed {@link ObjectError#NO_SUCH_BUCKET} when the bucket is gone
     */
    void commit();

    /** Drops what has not been committed. */
    @Override
    void close();
}
