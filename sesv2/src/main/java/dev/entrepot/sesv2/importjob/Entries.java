package dev.entrepot.sesv2.importjob;

import java.util.ArrayList;
import java.util.List;

/** Entries of which several may be of one address. */
final class Entries {
    private Entries() {}

    /** Of each address what its last record says. */
    static <T> List<T> last(List<Entry<T>> entries) {
        var last = new ArrayList<T>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            if (isLast(entries, i)) {
                last.add(entries.get(i).value());
            }
        }
        return last;
    }

    static List<String> addresses(List<? extends Entry<?>> entries) {
        return entries.stream().<String>map(Entry::address).distinct().toList();
    }

    private static boolean isLast(List<? extends Entry<?>> entries, int i) {
        return i + 1 == entries.size()
                || !entries.get(i).address().equals(entries.get(i + 1).address());
    }
}
