package dev.entrepot.wire.auth;

/**
 * What the service a request was routed to demands of its signature.
 *
 * @param signingName the service's name in a credential scope, such as {@code sdb}
 * @param version2 whether the service also knows Signature Version 2
 */
public record SignatureRules(String signingName, boolean version2) {
    /** For a service that takes Version 4 only. */
    public static SignatureRules version4(String signingName) {
        return new SignatureRules(signingName, false);
    }

    /** For classic SimpleDB, which takes Version 2 beside Version 4. */
    public static SignatureRules version4Or2(String signingName) {
        return new SignatureRules(signingName, true);
    }
}
