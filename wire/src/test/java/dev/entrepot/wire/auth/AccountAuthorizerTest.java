package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why: accounts share one server, and no key may reach another account's data. */
class AccountAuthorizerTest {
    private static final Caller CALLER = new Caller("111122223333", "us-east-1", "AKIDEXAMPLE");
    private final Authorizer authorizer = new AccountAuthorizer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "arn:aws:sdb:us-east-1:111122223333:domain/books",
                "arn:aws:sdb:eu-west-3:111122223333:domain/a:b",
                "arn:aws:sdb:us-east-1:*:domain/books",
                "arn:aws:s3:::bucket/key"
            })
    void what_is_the_callers_own_or_nobodys_is_allowed(String resource) {
        assertThatCode(() -> authorizer.check(CALLER, "sdb:GetExport", resource))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sdb:us-east-1:111122223334:domain/books",
                "arn:aws:sdb:us-east-1:1111222233330:domain/books",
                "arn:aws:sdb:us-east-1:444455556666:domain/111122223333",
                "arn:aws:sdb:us-east-1:111122223333",
                "x:aws:sdb:us-east-1:111122223333:domain/books",
                "books",
                ""
            })
    void another_accounts_and_what_is_no_arn_is_denied(String resource) {
        assertThatThrownBy(() -> authorizer.check(CALLER, "sdb:GetExport", resource))
                .isInstanceOf(AccessDenied.class)
                .hasMessageContaining("sdb:GetExport");
    }
}
