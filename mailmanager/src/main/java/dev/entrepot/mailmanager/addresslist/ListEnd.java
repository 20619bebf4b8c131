package dev.entrepot.mailmanager.addresslist;

import org.jdbi.v3.core.Handle;

/** What belongs to an address list beside its members, and goes with it. */
@FunctionalInterface
public interface ListEnd {
    /**
     * In the transaction that deletes the list, which has been taken.
     *
     * @throws dev.entrepot.mailmanager.contract.ConflictException when the list cannot go now
     */
    void ending(Handle handle, AddressListRow list);
}
