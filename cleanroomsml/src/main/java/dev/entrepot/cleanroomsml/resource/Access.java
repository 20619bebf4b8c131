package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.AccessDeniedException;
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.RequestContext;

/** Asks whether a caller may do what they ask for; IAM actions bear the operations' names. */
public record Access(Authorizer authorizer) {
    private static final String ACTIONS = "cleanrooms-ml:";
    private static final int ACCOUNT_FIELD = 4; // arn:aws:iam::111122223333:role/name

    public static Owner owner(RequestContext context) {
        return new Owner(context.caller().account(), context.caller().region());
    }

    /** For operations on no resource that there is yet. */
    public Owner check(RequestContext context, String operation, ResourceType type) {
        var all = new ResourceArn(owner(context), type, "*");
        authorizer.check(context.caller(), ACTIONS + operation, all.toString());
        return all.owner();
    }

    /**
     * For operations on one. Another account's is refused, whether it is there or not (dossier, section 1.9).
     *
     * @throws dev.entrepot.wire.auth.AccessDenied for that
     */
    public ResourceArn check(RequestContext context, String operation, String arn) {
        authorizer.check(context.caller(), ACTIONS + operation, arn);
        return ResourceArn.parse(arn)
                .filter(parsed -> parsed.owner().equals(owner(context)))
                .orElseThrow(() -> Refusals.notFound(arn));
    }

    /** Roles are not taken on here, but whose they are is looked at as AWS does. */
    public static void checkRole(Owner owner, String roleArn) {
        if (!roleArn.split(":", -1)[ACCOUNT_FIELD].equals(owner.account())) {
            throw new AccessDeniedException("Passing a role across accounts is not allowed");
        }
    }
}
