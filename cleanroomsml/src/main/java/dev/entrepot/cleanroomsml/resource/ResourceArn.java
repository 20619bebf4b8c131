package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.storage.Owner;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a resource in one account. A generation job that two accounts share has one in each, alike but for the account.
 *
 * @param id a UUID in its usual lower-case form for all that were made here
 */
public record ResourceArn(Owner owner, ResourceType type, String id) {
    private static final Pattern ARN = Pattern.compile("arn:(?<partition>aws[-a-z]*):cleanrooms-ml"
            + ":(?<region>[a-z0-9-]{1,32}):(?<account>[0-9]{12}):(?<type>[a-z-]+)/(?<id>[-a-zA-Z0-9_/.]+)");

    public static ResourceArn create(Owner owner, ResourceType type) {
        return new ResourceArn(owner, type, UUID.randomUUID().toString());
    }

    /** Nothing for what names no resource that there could be here. */
    public static Optional<ResourceArn> parse(String arn) {
        Matcher parts = ARN.matcher(arn);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var owner = new Owner(parts.group("account"), parts.group("region"));
        return ResourceType.inArn(parts.group("type"))
                .filter(type -> owner.partition().equals(parts.group("partition")))
                .map(type -> new ResourceArn(owner, type, parts.group("id")));
    }

    /** The same resource as another account names it. */
    public ResourceArn in(String account) {
        return new ResourceArn(new Owner(account, owner.region()), type, id);
    }

    @Override
    public String toString() {
        return "arn:" + owner.partition() + ":cleanrooms-ml:" + owner.region() + ":" + owner.account() + ":"
                + type.inArn() + "/" + id;
    }
}
