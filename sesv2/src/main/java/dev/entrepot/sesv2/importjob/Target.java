package dev.entrepot.sesv2.importjob;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What an import does with records: one of two lists, put or delete.
 *
 * @param <T> what a record says
 */
interface Target<T> {
    /**
     * @param record without defect
     * @throws dev.entrepot.wire.schema.ApiException for a record that a request with the same content could not have either
     * @throws dev.entrepot.sesv2.source.RecordUnreadable for one whose form is wrong
     */
    T read(byte[] record);

    String address(T value);

    /**
     * Applies a batch as if its records came one by one in the order of the file.
     *
     * @param entries in {@link Entry#ORDER}
     * @return those that could not be applied, in any order
     * @throws dev.entrepot.jobs.JobFailed when the list is gone
     */
    List<Rejected> apply(Handle handle, List<Entry<T>> entries);

    /** What is there of addresses that are all different, by address. */
    Map<String, T> stored(Handle handle, List<String> addresses);

    /**
     * What {@link #apply} makes of one record.
     *
     * @param before what its address has; empty when it is not there
     * @throws dev.entrepot.wire.schema.ApiException for a record that cannot be applied
     */
    Change change(Optional<T> before, T record);
}
