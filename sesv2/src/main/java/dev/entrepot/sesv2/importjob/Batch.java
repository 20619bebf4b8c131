package dev.entrepot.sesv2.importjob;

import dev.entrepot.sesv2.source.Place;
import java.util.List;

/**
 * Records that are committed together.
 *
 * @param entries in {@link Entry#ORDER}
 * @param rejected in the order of the file
 * @param begin where its first record begins, or what is skipped before that
 * @param end where the next batch begins
 */
record Batch<T>(List<Entry<T>> entries, List<Rejected> rejected, Place begin, Place end) {
    int records() {
        return entries.size() + rejected.size();
    }

    long bytes() {
        return end.offset() - begin.offset();
    }
}
