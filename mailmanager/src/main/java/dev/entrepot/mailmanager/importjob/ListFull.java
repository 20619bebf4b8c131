package dev.entrepot.mailmanager.importjob;

import dev.entrepot.mailmanager.addresslist.MemberAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A batch has more new members than the list has room for; only its first items fit. */
final class ListFull extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int fitting;

    ListFull(int fitting) {
        super("", null, false, false);
        this.fitting = fitting;
    }

    /** How many items go before the first that does not fit. */
    int fitting() {
        return fitting;
    }

    /** @param fresh what are no members yet, more than there is room for */
    static int fitting(List<Item> items, Set<String> fresh, int room) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            Optional<String> folded = items.get(i).address().map(MemberAddress::folded);
            if (folded.filter(fresh::contains).isPresent() && taken.add(folded.get()) && taken.size() > room) {
                return i;
            }
        }
        return items.size();
    }
}
