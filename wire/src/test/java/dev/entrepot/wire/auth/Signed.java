package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests signed by the AWS SDK for Java v2, and the verifier that is to judge them. */
final class Signed {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");

    static final Instant NOW = Instant.parse("2026-01-01T00:10:00Z");
    static final Credential KEY =
            new Credential("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "111122223333");
    static final SignatureRules SDB = SignatureRules.version4("sdb");
    private static final Credentials STORED =
            id -> Optional.of(KEY).filter(key -> key.accessKeyId().equals(id));

    private Signed() {}

    static SignatureVerifier verifierAt(Instant now) {
        return verifierAt(now, true);
    }

    static SignatureVerifier verifierAt(Instant now, boolean version2) {
        var settings = new SignatureSettings(SignatureSettings.DEFAULT_WINDOW, version2, "us-east-1");
        return new SignatureVerifier(STORED, () -> now, settings);
    }

    static Caller verify(HttpRequest request) {
        return verifierAt(NOW).verify(request, SDB);
    }

    static void assertRefused(HttpRequest request, AuthFailure why) {
        assertRefused(verifierAt(NOW), request, SDB, why);
    }

    static NotAuthenticated assertRefused(
            SignatureVerifier verifier, HttpRequest request, SignatureRules rules, AuthFailure why) {
        var refusal = catchThrowableOfType(NotAuthenticated.class, () -> verifier.verify(request, rules));
        assertThat(refusal).isNotNull();
        assertThat(refusal.failure()).as(refusal.getMessage()).isEqualTo(why);
        assertThat(refusal).message().isNotBlank().doesNotContain(KEY.secretAccessKey());
        return refusal;
    }

    static HttpRequest byHeader(SdkHttpRequest.Builder request, String body) {
        return byHeader(request, body, KEY, "sdb");
    }

    static HttpRequest byHeader(SdkHttpRequest.Builder request, String body, Credential key, String service) {
        return sign(request, body, key, service, AwsV4FamilyHttpSigner.AuthLocation.HEADER, Duration.ZERO);
    }

    static HttpRequest presigned(SdkHttpRequest.Builder request, Duration lifetime) {
        return sign(request, "", KEY, "sdb", AwsV4FamilyHttpSigner.AuthLocation.QUERY_STRING, lifetime);
    }

    private static HttpRequest sign(
            SdkHttpRequest.Builder unsigned,
            String body,
            Credential key,
            String service,
            AwsV4FamilyHttpSigner.AuthLocation location,
            Duration lifetime) {
        SignRequest.Builder<AwsCredentialsIdentity> signing = SignRequest.builder(
                        AwsCredentialsIdentity.create(key.accessKeyId(), key.secretAccessKey()))
                .request(unsigned.build())
                .payload(ContentStreamProvider.fromUtf8String(body))
                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-3")
                .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, location)
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
        if (lifetime.isPositive()) {
            signing.putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, lifetime);
        }
        return received(AwsV4HttpSigner.create().sign(signing.build()).request(), body);
    }

    private static HttpRequest received(SdkHttpRequest sent, String body) {
        var headers = Headers.builder();
        sent.forEachHeader((name, values) -> values.forEach(value -> headers.add(name, value)));
        return new HttpRequest(
                sent.method().name(),
                sent.encodedPath(),
                sent.encodedQueryParameters().orElse(""),
                headers.build(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpRequest withMethod(HttpRequest request, String method) {
        return new HttpRequest(method, request.rawPath(), request.rawQuery(), request.headers(), request.body());
    }

    static HttpRequest withPath(HttpRequest request, String rawPath) {
        return new HttpRequest(request.method(), rawPath, request.rawQuery(), request.headers(), request.body());
    }

    static HttpRequest withQuery(HttpRequest request, String rawQuery) {
        return new HttpRequest(request.method(), request.rawPath(), rawQuery, request.headers(), request.body());
    }

    static HttpRequest withBody(HttpRequest request, String body) {
        return new HttpRequest(
                request.method(),
                request.rawPath(),
                request.rawQuery(),
                request.headers(),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** With another value of one header, or without it when the value is empty. */
    static HttpRequest withHeader(HttpRequest request, String name, String value) {
        var headers = Headers.builder();
        request.headers().forEach((other, kept) -> {
            if (!other.equals(name)) {
                headers.add(other, kept);
            }
        });
        if (!value.isEmpty()) {
            headers.add(name, value);
        }
        return new HttpRequest(
                request.method(), request.rawPath(), request.rawQuery(), headers.build(), request.body());
    }

    /** Whether texts differ at most in the case of escapes: {@code %2F} and {@code %2f} are one character. */
    static boolean saysTheSame(String text, String other) {
        return upperEscapes(text).equals(upperEscapes(other));
    }

    private static String upperEscapes(String text) {
        return ESCAPE.matcher(text).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
    }
}
