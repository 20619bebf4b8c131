package dev.entrepot.mailmanager.addresslist;

import dev.entrepot.mailmanager.request.ResourceArn;
import dev.entrepot.storage.Owner;
import java.time.Instant;

/**
 * An address list as it is stored.
 *
 * @param number stands for it in other tables; never used again
 * @param id {@code al-} and 26 letters or digits
 * @param updated when a member came or went last
 * @param members how many there are
 */
public record AddressListRow(
        long number, Owner owner, String id, String name, Instant created, Instant updated, int members) {
    String arn() {
        return ResourceArn.ofAddressList(owner, id);
    }
}
