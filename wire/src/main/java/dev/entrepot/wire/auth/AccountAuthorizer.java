package dev.entrepot.wire.auth;

/** An account's keys may do everything in their own account, and nothing in another. */
public final class AccountAuthorizer implements Authorizer {
    private static final int ACCOUNT_FIELD = 4; // arn:partition:service:region:account:resource

    @Override
    public void check(Caller caller, String action, String resource) {
        if (!resource.equals("*") && !isOf(caller.account(), resource)) {
            throw new AccessDenied(caller, action, resource);
        }
    }

    private static boolean isOf(String account, String arn) {
        String[] fields = arn.split(":", ACCOUNT_FIELD + 2);
        if (fields.length < ACCOUNT_FIELD + 2 || !fields[0].equals("arn")) {
            return false;
        }
        String owner = fields[ACCOUNT_FIELD];
        return owner.isEmpty() || owner.equals("*") || owner.equals(account);
    }
}
