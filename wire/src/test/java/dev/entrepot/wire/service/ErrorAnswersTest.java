package dev.entrepot.wire.service;

import static dev.entrepot.wire.service.TestContract.CALLER;
import static dev.entrepot.wire.service.TestContract.GONE;
import static dev.entrepot.wire.service.TestContract.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Credentials;
import dev.entrepot.wire.auth.SignatureSettings;
import dev.entrepot.wire.auth.SignatureVerifier;
import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.DynamicError;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients choose exceptions by what errors say, and attackers read the rest; so each error says one thing in one place. */
class ErrorAnswersTest {
    private static Endpoint.Claim claim(Spoken spoken, Authenticator authenticator, RuntimeException failure) {
        return spoken.endpoint(authenticator, BodyLimits.of(new BodyLimit(1_000)), (input, context) -> {
                    throw failure;
                })
                .claim(spoken.request())
                .orElseThrow();
    }

    private static void assertAnswer(HttpResponse response, int status, String... texts) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.status()).as(body).isEqualTo(status);
        assertThat(Spoken.errorType(response)).contains(texts);
        assertThat(response.headers().first("x-amzn-requestid"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
        assertThat(response.headers().first("content-type")).isPresent();
        assertThat(body).doesNotContain("java.", "dev.entrepot.wire", "\tat ");
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOfOursTellsNothingButThatItWasOne(Spoken spoken) {
        var fault = new IllegalStateException("jdbc:postgresql://secret", new RuntimeException("java.lang.Cause"));

        HttpResponse response = claim(spoken, OPEN, fault).handle(spoken.request());

        assertAnswer(response, 500, "The request failed because of an internal error.");
        assertThat(Spoken.errorType(response)).contains("InternalFailure").doesNotContain("secret", "IllegalState");
    }

    @ParameterizedTest
    @EnumSource
    void aModelledErrorKeepsItsNameStatusAndMembers(Spoken spoken) {
        var members = GONE.newBuilder();
        members.set(0, "It is gone.");

        HttpResponse response = claim(spoken, OPEN, DynamicError.of(members)).handle(spoken.request());

        assertAnswer(response, 404, "Message", "It is gone.");
        assertThat(Spoken.errorType(response)).contains("Gone");
    }

    @ParameterizedTest
    @EnumSource
    void anErrorThatNoContractModelsComesAsTheHandlerSaid(Spoken spoken) {
        var refused = new Refused(WireError.plain("NoSuchThing", 409, "No such <thing>."));

        HttpResponse response = claim(spoken, OPEN, refused).handle(spoken.request());

        assertAnswer(response, 409, spoken == Spoken.QUERY ? "No such &lt;thing&gt;." : "No such <thing>.");
        assertThat(Spoken.errorType(response)).contains("NoSuchThing");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotKnownIsToldInHisProtocol(Spoken spoken) {
        Credentials none = keyId -> Optional.empty();
        var verifier = new SignatureVerifier(
                none,
                InstantSource.system(),
                new SignatureSettings(SignatureSettings.DEFAULT_WINDOW, true, "us-east-1"));

        HttpResponse response =
                claim(spoken, verifier, new IllegalStateException()).handle(spoken.request());

        assertAnswer(response, spoken == Spoken.JSON ? 400 : 403, "Missing Authentication Token");
        assertThat(Spoken.errorType(response)).contains("MissingAuthenticationToken");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotAllowedIsTold(Spoken spoken) {
        HttpResponse response =
                claim(spoken, OPEN, new AccessDenied(CALLER, "svc:Do", "*")).handle(spoken.request());

        assertAnswer(response, spoken == Spoken.JSON ? 400 : 403, "not authorized to perform: svc:Do");
        assertThat(Spoken.errorType(response)).contains("AccessDenied");
    }

    @ParameterizedTest
    @EnumSource
    void whatBecameOfTheBodyIsToldInTheCallersProtocol(Spoken spoken) {
        Endpoint.Claim claim = claim(spoken, OPEN, new IllegalStateException());

        assertAnswer(claim.refuse(BodyFailure.TOO_LARGE), 413, "larger than 1000 bytes", "RequestEntityTooLarge");
        assertAnswer(claim.refuse(BodyFailure.TOO_SLOW), 400, "did not arrive in time", "RequestTimeout");
        assertAnswer(claim.refuse(BodyFailure.BROKEN_OFF), 400, "broke off", spoken.undecodable());
        assertAnswer(claim.refuse(BodyFailure.NO_ROOM), 503, "busy", "ServiceUnavailable");
    }

    /** The contract may spell the text's member with a capital; clients of that service read that spelling. */
    @ParameterizedTest
    @EnumSource
    void aBrokenConstraintIsTheServicesOwnError(Spoken spoken) {
        byte[] unnamed = new String(spoken.request().body(), StandardCharsets.ISO_8859_1)
                .replace("Name", "Xame")
                .getBytes(StandardCharsets.ISO_8859_1);
        HttpRequest request = spoken.request().withBody(unnamed);

        HttpResponse response = claim(spoken, OPEN, new IllegalStateException()).handle(request);

        assertAnswer(response, 400, "1 validation error detected: Value null at 'name' failed to satisfy constraint");
        assertThat(Spoken.errorType(response))
                .contains(spoken == Spoken.QUERY ? "ValidationError" : "ValidationException", "Message");
        if (spoken == Spoken.JSON || spoken == Spoken.CBOR) {
            assertThat(Spoken.errorType(response)).contains("dev.entrepot.test#ValidationException");
        }
    }
}
