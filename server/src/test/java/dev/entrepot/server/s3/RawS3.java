package dev.entrepot.server.s3;

import dev.entrepot.wire.auth.Credential;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.checksums.DefaultChecksumAlgorithm;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Requests signed by the SDK's own signer, but which the SDK itself would not send. */
final class RawS3 implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI uri;

    RawS3(URI uri) {
        this.uri = uri;
    }

    /** A request and its body as signed. */
    record Signed(SdkHttpRequest request, byte[] body) {
        Signed body(UnaryOperator<byte[]> change) {
            return new Signed(request, change.apply(body));
        }

        Signed header(String name, String value) {
            return new Signed(request.copy(builder -> builder.putHeader(name, value)), body);
        }
    }

    /** @param target path and query, percent-encoded */
    Signed sign(Credential credential, Clock clock, String method, String target, byte[] body, boolean chunked) {
        var request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(method))
                .uri(uri.resolve("/"))
                .encodedPath(target.split("\\?")[0])
                .putHeader("content-length", Integer.toString(body.length));
        if (target.contains("?")) {
            for (String pair : target.substring(target.indexOf('?') + 1).split("&")) {
                request.appendRawQueryParameter(pair.split("=")[0], pair.contains("=") ? pair.split("=")[1] : "");
            }
        }
        SignedRequest signed = AwsV4HttpSigner.create().sign(r -> {
            r.identity(AwsCredentialsIdentity.create(credential.accessKeyId(), credential.secretAccessKey()))
                    .request(request.build())
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock);
            if (chunked) {
                r.putProperty(AwsV4HttpSigner.CHUNK_ENCODING_ENABLED, true)
                        .putProperty(AwsV4HttpSigner.CHECKSUM_ALGORITHM, DefaultChecksumAlgorithm.CRC32);
            }
        });
        try (var payload = signed.payload().orElseThrow().newStream()) {
            return new Signed(signed.request(), payload.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> send(Signed signed) throws Exception {
        var request = HttpRequest.newBuilder(signed.request.getUri())
                .method(signed.request.method().name(), BodyPublishers.ofByteArray(signed.body));
        signed.request.forEachHeader((name, values) -> {
            if (!Set.of("host", "content-length").contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(String method, String target, Map<String, String> headers, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(uri + target)).method(method, BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }
}
