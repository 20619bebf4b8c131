package dev.entrepot.mailmanager.request;

import dev.entrepot.storage.Owner;
import java.util.Optional;

/**
 * ARNs of Mail Manager's resources: {@code arn:aws:ses:REGION:ACCOUNT:mailmanager-archive/ID} and {@code …-address-list/ID}
 * (dossier, section 0.3).
 */
public final class ResourceArn {
    private static final String ARCHIVE = "mailmanager-archive/";
    private static final String ADDRESS_LIST = "mailmanager-address-list/";

    private ResourceArn() {}

    public static String ofArchive(Owner owner, String archiveId) {
        return of(owner, ARCHIVE + archiveId);
    }

    public static String ofAddressList(Owner owner, String addressListId) {
        return of(owner, ADDRESS_LIST + addressListId);
    }

    /** The archive's id, when {@code arn} is that of an archive of the owner. */
    public static Optional<String> archiveId(Owner owner, String arn) {
        return id(ofArchive(owner, ""), arn);
    }

    /** The address list's id, likewise. */
    public static Optional<String> addressListId(Owner owner, String arn) {
        return id(ofAddressList(owner, ""), arn);
    }

    private static Optional<String> id(String prefix, String arn) {
        return arn.startsWith(prefix) ? Optional.of(arn.substring(prefix.length())) : Optional.empty();
    }

    /** @param resource what stands behind the account */
    private static String of(Owner owner, String resource) {
        return "arn:" + owner.partition() + ":ses:" + owner.region() + ":" + owner.account() + ":" + resource;
    }
}
