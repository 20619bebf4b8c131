package dev.entrepot.mailmanager.request;

import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.RequestContext;

/**
 * Asks whether a caller may do what they ask for (dossier, section 2.9). What an id stands for is looked up first, under the
 * caller's own account: another's is as unknown as one that never was.
 */
public record Access(Authorizer authorizer) {
    /** Whose data the request is about. */
    public static Owner owner(RequestContext context) {
        return new Owner(context.caller().account(), context.caller().region());
    }

    /** @param operation such as {@code GetArchive} */
    public void checkArchive(RequestContext context, String operation, String archiveId) {
        check(context, operation, ResourceArn.ofArchive(owner(context), archiveId));
    }

    /** @param operation such as {@code GetAddressList} */
    public void checkAddressList(RequestContext context, String operation, String addressListId) {
        check(context, operation, ResourceArn.ofAddressList(owner(context), addressListId));
    }

    /** @param resource the ARN, or {@code *} for no resource in particular */
    public void check(RequestContext context, String operation, String resource) {
        authorizer.check(context.caller(), "ses:" + operation, resource);
    }
}
