package dev.entrepot.sesv2.request;

import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.service.RequestContext;

/** Asks whether a caller may do what they ask for; IAM actions bear the operations' names (SES dossier, section 1.8). */
public record Access(Authorizer authorizer) {
    /**
     * @param resource what stands in the ARN behind the account, such as {@code contact-list/news}
     * @return the account and region whose data the request is about
     */
    public Owner check(RequestContext context, String operation, String resource) {
        var owner = new Owner(context.caller().account(), context.caller().region());
        String arn = "arn:aws:ses:" + owner.region() + ":" + owner.account() + ":" + resource;
        authorizer.check(context.caller(), "ses:" + operation, arn);
        return owner;
    }

    /** For operations on no resource in particular. */
    public Owner check(RequestContext context, String operation) {
        authorizer.check(context.caller(), "ses:" + operation, "*");
        return new Owner(context.caller().account(), context.caller().region());
    }
}
