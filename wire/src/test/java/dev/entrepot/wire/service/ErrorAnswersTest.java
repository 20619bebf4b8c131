package dev.entrepot.wire.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.auth.AccessDenied;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credentials;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.auth.SignatureSettings;
import dev.entrepot.wire.auth.SignatureVerifier;
import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.protocol.AwsJson10;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.protocol.RpcV2Cbor;
import dev.entrepot.wire.protocol.StandardEnvelope;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.schema.DynamicError;
import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.ErrorTrait;
import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.schema.Unit;
import dev.entrepot.wire.validation.CoralMessages;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients choose exceptions by what errors say, and attackers read the rest; so each error says one thing in one place. */
class ErrorAnswersTest {
    private static final StructSchema INPUT = DynamicStruct.structure(
            "DoInput", Member.of("Name", SimpleSchema.STRING).required());
    private static final StructSchema GONE = DynamicStruct.schema(builder -> StructSchema.error(
            "dev.entrepot.test#Gone",
            ErrorTrait.of(true, 404, "Gone"),
            builder,
            Member.of("Message", SimpleSchema.STRING)));
    private static final StructSchema INVALID = DynamicStruct.schema(builder -> StructSchema.error(
            "dev.entrepot.test#ValidationException",
            ErrorTrait.of(true, 400, "ValidationException"),
            builder,
            Member.of("Message", SimpleSchema.STRING)));
    private static final Operation<DynamicStruct, Unit> OPERATION = new Operation<>(
            "Do",
            INPUT,
            Unit.SCHEMA,
            true,
            false,
            List.of(new HttpBinding("POST", "/do", 200)),
            List.of(GONE, INVALID));
    private static final Service SERVICE =
            new Service("dev.entrepot.test#Svc", "1", "svc", "https://test/", List.of(OPERATION));
    private static final Caller CALLER = new Caller("000000000000", "us-east-1", "AKID");
    private static final Authenticator OPEN = (request, rules) -> CALLER;

    enum Spoken {
        REST(new RestJson1(SERVICE, "/"), "/do", "", "{\"Name\":\"n\"}", "content-type", "application/json"),
        JSON(new AwsJson10(SERVICE), "/", "", "{\"Name\":\"n\"}", "x-amz-target", "Svc.Do"),
        CBOR(
                new RpcV2Cbor(SERVICE),
                "/service/Svc/operation/Do",
                "",
                "\u00a1\u0064Name\u0061n",
                "smithy-protocol",
                "rpc-v2-cbor",
                "content-type",
                "application/cbor"),
        QUERY(
                new AwsQuery(SERVICE, QueryFlavour.STANDARD, new StandardEnvelope()),
                "/",
                "",
                "Action=Do&Version=1&Name=n",
                "content-type",
                "application/x-www-form-urlencoded");

        private final Protocol protocol;
        private final HttpRequest request;

        Spoken(Protocol protocol, String path, String query, String body, String... headers) {
            this.protocol = protocol;
            this.request = new HttpRequest(
                    "POST", path, query, Headers.of(headers), body.getBytes(StandardCharsets.ISO_8859_1));
        }

        ErrorSpelling spelling() {
            return switch (this) {
                case QUERY -> new QueryErrorSpelling();
                case JSON -> new JsonErrorSpelling(JsonErrorSpelling.Statuses.BAD_REQUEST, ErrorAnswersTest::invalid);
                case REST, CBOR -> new JsonErrorSpelling(ErrorAnswersTest::invalid);
            };
        }
    }

    private static WireError invalid(List<dev.entrepot.wire.validation.Violation> violations) {
        return WireError.plain("ValidationException", 400, CoralMessages.of(violations));
    }

    private static Endpoint.Claim claim(Spoken spoken, Authenticator authenticator, RuntimeException failure) {
        var bound = new BoundOperation<>(OPERATION, (input, context) -> {
            throw failure;
        });
        return new ServiceEndpoint(
                        spoken.protocol,
                        spoken.spelling(),
                        SignatureRules.version4("svc"),
                        authenticator,
                        1_000,
                        List.of(bound))
                .claim(spoken.request)
                .orElseThrow();
    }

    private static void assertAnswer(HttpResponse response, int status, String... texts) {
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.status()).as(body).isEqualTo(status);
        assertThat(body).contains(texts);
        assertThat(response.headers().first("x-amzn-requestid"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
        assertThat(response.headers().first("content-type")).isPresent();
        assertThat(body).doesNotContain("java.", "dev.entrepot.wire", "\tat ");
    }

    private static String errorType(HttpResponse response) {
        return response.headers().first("x-amzn-errortype").orElse("")
                + new String(response.body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void aFaultOfOursTellsNothingButThatItWasOne(Spoken spoken) {
        var fault = new IllegalStateException("jdbc:postgresql://secret", new RuntimeException("java.lang.Cause"));

        HttpResponse response = claim(spoken, OPEN, fault).handle(spoken.request);

        assertAnswer(response, 500, "The request failed because of an internal error.");
        assertThat(errorType(response)).contains("InternalFailure").doesNotContain("secret", "IllegalState");
    }

    @ParameterizedTest
    @EnumSource
    void aModelledErrorKeepsItsNameStatusAndMembers(Spoken spoken) {
        var members = GONE.newBuilder();
        members.set(0, "It is gone.");

        HttpResponse response =
                claim(spoken, OPEN, new DynamicError(members.build())).handle(spoken.request);

        assertAnswer(response, 404, "Message", "It is gone.");
        assertThat(errorType(response)).contains("Gone");
    }

    @ParameterizedTest
    @EnumSource
    void anErrorThatNoContractModelsComesAsTheHandlerSaid(Spoken spoken) {
        var refused = new Refused(WireError.plain("NoSuchThing", 409, "No such <thing>."));

        HttpResponse response = claim(spoken, OPEN, refused).handle(spoken.request);

        assertAnswer(response, 409, spoken == Spoken.QUERY ? "No such &lt;thing&gt;." : "No such <thing>.");
        assertThat(errorType(response)).contains("NoSuchThing");
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
                claim(spoken, verifier, new IllegalStateException()).handle(spoken.request);

        assertAnswer(response, spoken == Spoken.JSON ? 400 : 403, "Missing Authentication Token");
        assertThat(errorType(response)).contains("MissingAuthenticationToken");
    }

    @ParameterizedTest
    @EnumSource
    void whoIsNotAllowedIsTold(Spoken spoken) {
        HttpResponse response =
                claim(spoken, OPEN, new AccessDenied(CALLER, "svc:Do", "*")).handle(spoken.request);

        assertAnswer(response, spoken == Spoken.JSON ? 400 : 403, "not authorized to perform: svc:Do");
        assertThat(errorType(response)).contains("AccessDenied");
    }

    @ParameterizedTest
    @EnumSource
    void aBodyTooLargeIsRefusedInTheCallersProtocol(Spoken spoken) {
        HttpResponse response = claim(spoken, OPEN, new IllegalStateException()).bodyTooLarge();

        assertAnswer(response, 413, "larger than 1000 bytes");
        assertThat(errorType(response)).contains("RequestEntityTooLarge");
    }

    /** The contract may spell the text's member with a capital; clients of that service read that spelling. */
    @ParameterizedTest
    @EnumSource
    void aBrokenConstraintIsTheServicesOwnError(Spoken spoken) {
        byte[] empty = new String(spoken.request.body(), StandardCharsets.ISO_8859_1)
                .replace("Name", "Xame")
                .getBytes(StandardCharsets.ISO_8859_1);
        var request = new HttpRequest("POST", spoken.request.rawPath(), "", spoken.request.headers(), empty);

        HttpResponse response = claim(spoken, OPEN, new IllegalStateException()).handle(request);

        assertAnswer(response, 400, "1 validation error detected: Value null at 'name' failed to satisfy constraint");
        assertThat(errorType(response))
                .contains(spoken == Spoken.QUERY ? "ValidationError" : "ValidationException", "Message");
        if (spoken == Spoken.JSON || spoken == Spoken.CBOR) {
            assertThat(errorType(response)).contains("dev.entrepot.test#ValidationException");
        }
    }
}
