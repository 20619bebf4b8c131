package dev.entrepot.wire.auth;

/** The caller is known but may not do this; each protocol words it in its own way. */
public final class AccessDenied extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String resource;

    public AccessDenied(Caller caller, String action, String resource) {
        super("User: arn:aws:iam::%s:root is not authorized to perform: %s on resource: %s"
                .formatted(caller.account(), action, resource));
        this.resource = resource;
    }

    /** The ARN of what the caller may not do it to, or {@code *}. */
    public String resource() {
        return resource;
    }
}
