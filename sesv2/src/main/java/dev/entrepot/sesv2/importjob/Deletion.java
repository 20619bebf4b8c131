package dev.entrepot.sesv2.importjob;

import dev.entrepot.wire.schema.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Deletions one by one: the second of the same address finds nothing. */
final class Deletion {
    private Deletion() {}

    /**
     * @param delete deletes of these, which are in order and all different, and returns those that were there
     * @param absent the error for one that was not
     */
    static List<Rejected> rejected(
            List<Entry<String>> entries,
            Function<List<String>, Set<String>> delete,
            Function<String, ? extends ApiException> absent) {
        Set<String> deleted = delete.apply(Entries.addresses(entries));
        var rejected = new ArrayList<Rejected>();
        String before = "";
        for (Entry<String> entry : entries) {
            if (entry.address().equals(before) || !deleted.contains(entry.address())) {
                rejected.add(Rejected.because(absent.apply(entry.address()), entry.source()));
            }
            before = entry.address();
        }
        return rejected;
    }

    /** A deletion needs to know no more of what is there than its address. */
    static Map<String, String> stored(Map<String, ?> rows) {
        return rows.keySet().stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    }

    /** @param absent as in {@link #rejected} */
    static Change change(Optional<String> before, Supplier<? extends ApiException> absent) {
        before.orElseThrow(absent);
        return Change.DELETED;
    }
}
