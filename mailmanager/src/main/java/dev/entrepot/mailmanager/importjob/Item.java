package dev.entrepot.mailmanager.importjob;

import dev.entrepot.mailmanager.addresslist.MemberAddress;
import java.util.Optional;

/**
 * One item of a file.
 *
 * @param address empty when it is none that a list may have
 */
record Item(Optional<MemberAddress> address) {
    /** Without an address. */
    static final Item FAILED = new Item(Optional.empty());

    static Item of(String text) {
        return new Item(MemberAddress.parse(text.strip()));
    }
}
