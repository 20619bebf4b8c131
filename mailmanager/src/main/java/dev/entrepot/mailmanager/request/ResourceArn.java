package dev.entrepot.mailmanager.request;

import dev.entrepot.storage.Owner;
import java.util.Optional;

/** ARNs of Mail Manager's resources: {@code arn:aws:ses:REGION:ACCOUNT:mailmanager-archive/ID} (dossier, section 0.3). */
public final class ResourceArn {
    private static final String ARCHIVE = "mailmanager-archive/";

    private ResourceArn() {}

    public static String ofArchive(Owner owner, String archiveId) {
        return of(owner, ARCHIVE + archiveId);
    }

    /** The archive's id, when {@code arn} is that of an archive of the owner. */
    public static Optional<String> archiveId(Owner owner, String arn) {
        String prefix = ofArchive(owner, "");
        return arn.startsWith(prefix) ? Optional.of(arn.substring(prefix.length())) : Optional.empty();
    }

    /** @param resource what stands behind the account */
    private static String of(Owner owner, String resource) {
        return "arn:" + owner.partition() + ":ses:" + owner.region() + ":" + owner.account() + ":" + resource;
    }
}
