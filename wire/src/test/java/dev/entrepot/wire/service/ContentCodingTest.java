package dev.entrepot.wire.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.schema.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** SDKs compress what is large; the official suite knows only that they do. A few compressed bytes can stand for gigabytes. */
class ContentCodingTest {
    private static final int LIMIT = 2_000;

    private final List<Object> handled = new ArrayList<>();
    private final List<byte[]> authenticated = new ArrayList<>();
    private final Authenticator noting = (request, rules) -> {
        authenticated.add(request.body());
        return TestContract.CALLER;
    };

    private HttpResponse send(Spoken spoken, HttpRequest request) {
        return spoken.endpoint(noting, BodyLimits.of(new BodyLimit(LIMIT)), (input, context) -> {
                    handled.add(input.get(0));
                    return Unit.VALUE;
                })
                .claim(request)
                .orElseThrow()
                .handle(request);
    }

    private static HttpRequest encoded(HttpRequest request, String coding, byte[] body) {
        var headers = Headers.builder();
        request.headers().forEach(headers::add);
        return new HttpRequest(
                "POST",
                request.rawPath(),
                "",
                headers.add("Content-Encoding", coding).build(),
                body);
    }

    private static byte[] gzip(byte[] plain) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return compressed.toByteArray();
    }

    private static HttpRequest gzipped(HttpRequest request) {
        return encoded(request, "gzip", gzip(request.body()));
    }

    private void assertRefused(Spoken spoken, HttpRequest request, int status, String code) {
        HttpResponse response = send(spoken, request);
        assertThat(response.status()).isEqualTo(status);
        assertThat(Spoken.errorType(response)).contains(code);
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aCompressedBodyIsReadAndItsSignatureCoversWhatWasSent(Spoken spoken) {
        for (String coding : List.of("gzip", "GZip", "x-gzip", " gzip ")) {
            HttpRequest request = encoded(
                    spoken.request(),
                    coding,
                    gzip(spoken.request("Do", "n".repeat(300)).body()));

            assertThat(send(spoken, request).status()).isEqualTo(200);

            assertThat(handled.removeLast()).isEqualTo("n".repeat(300));
            assertThat(authenticated.removeLast()).isSameAs(request.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLimitHoldsForTheDecompressedBodyToTheByte(Spoken spoken) {
        int around = spoken.request("Do", "").body().length;
        String most = "n".repeat(LIMIT - around);

        assertThat(send(spoken, gzipped(spoken.request("Do", most))).status()).isEqualTo(200);
        assertThat(handled.removeLast()).isEqualTo(most);
        assertRefused(spoken, gzipped(spoken.request("Do", most + "n")), 413, "RequestEntityTooLarge");
    }

    @ParameterizedTest
    @EnumSource
    void aBombIsNotUnfolded(Spoken spoken) {
        byte[] bomb = gzip(new byte[256 << 20]);
        assertRefused(spoken, encoded(spoken.request(), "gzip", bomb), 413, "RequestEntityTooLarge");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotWholeGzipIsMalformed(Spoken spoken) {
        byte[] right = gzip(spoken.request().body());
        byte[] altered = right.clone();
        altered[right.length - 5] ^= 1; // in the checksum
        for (byte[] wrong : List.of(
                spoken.request().body(),
                Arrays.copyOf(right, 1),
                Arrays.copyOf(right, 10),
                Arrays.copyOf(right, right.length - 9),
                Arrays.copyOf(right, right.length - 1),
                altered)) {
            assertRefused(spoken, encoded(spoken.request(), "gzip", wrong), 400, spoken.undecodable());
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherCodingsAreNamedAsUnsupported(Spoken spoken) {
        byte[] twice = gzip(gzip(spoken.request().body()));
        for (String coding : List.of("br", "deflate", "zstd", "aws-chunked", "gzip, gzip", "gzip,identity")) {
            assertRefused(spoken, encoded(spoken.request(), coding, twice), 415, "UnsupportedMediaType");
        }
        HttpRequest repeated = encoded(encoded(spoken.request(), "gzip", twice), "gzip", twice);
        assertRefused(spoken, repeated, 415, "UnsupportedMediaType");
    }

    @ParameterizedTest
    @EnumSource
    void identityChangesNothing(Spoken spoken) {
        HttpRequest request =
                encoded(spoken.request(), "identity", spoken.request().body());
        assertThat(send(spoken, request).status()).isEqualTo(200);
        assertThat(handled).containsExactly("n");
    }
}
