package dev.entrepot.wire.auth;

/** Decides whether a caller may do something; every handler asks exactly once, before it touches data. */
public interface Authorizer {
    /**
     * @param action an IAM action such as {@code sdb:StartDomainExport}
     * @param resource the ARN it acts on, or {@code *}
     * @throws AccessDenied when the caller may not
     */
    void check(Caller caller, String action, String resource);
}
