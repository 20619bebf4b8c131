package dev.entrepot.mailmanager.addresslist;

import java.time.Instant;

/**
 * A member as it is stored.
 *
 * @param folded see {@link MemberAddress#folded}
 * @param address as it was first registered
 */
record MemberRow(String folded, String address, Instant created) {}
