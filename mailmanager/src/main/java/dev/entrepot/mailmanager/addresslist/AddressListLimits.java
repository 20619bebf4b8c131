package dev.entrepot.mailmanager.addresslist;

/**
 * How much may be kept (dossier, section 2.4).
 *
 * @param lists an account may have in a region
 * @param members a list may have
 */
public record AddressListLimits(int lists, int members) {
    public static final AddressListLimits AWS = new AddressListLimits(100, 100_000);

    /** Lists without end; what depends on the size of one can rely on AWS's bound here too. */
    public static final AddressListLimits SELF_HOSTED = new AddressListLimits(Integer.MAX_VALUE, 100_000);
}
