package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Why: over plain HTTP anyone on the way may alter a request, and no single bit of what is signed may change unseen. */
class TamperingTest {
    private static final HttpRequest SIGNED = Signed.byHeader(request(), "{\"domainName\":\"books\"}");

    @Test
    void every_bit_of_a_request_signed_by_header_counts() {
        assertThat(Signed.verify(SIGNED).account()).isEqualTo("111122223333");
        eachBitFlipped(SIGNED.method(), method -> Signed.withMethod(SIGNED, method));
        eachBitFlipped(SIGNED.rawPath(), path -> Signed.withPath(SIGNED, path));
        eachBitFlipped(SIGNED.rawQuery(), query -> Signed.withQuery(SIGNED, query));
        eachBitFlipped(new String(SIGNED.body(), StandardCharsets.UTF_8), body -> Signed.withBody(SIGNED, body));
        for (var field : SIGNED.headers().fields()) {
            eachBitFlipped(field.value(), value -> Signed.withHeader(SIGNED, field.name(), value));
        }
    }

    @Test
    void every_bit_of_a_presigned_request_counts() {
        var signed = Signed.presigned(request(), Duration.ofHours(1));
        assertThat(Signed.verify(signed).account()).isEqualTo("111122223333");
        eachBitFlipped(signed.method(), method -> Signed.withMethod(signed, method));
        eachBitFlipped(signed.rawPath(), path -> Signed.withPath(signed, path));
        eachBitFlipped(signed.rawQuery(), query -> Signed.withQuery(signed, query));
        eachBitFlipped(signed.header("host").orElseThrow(), host -> Signed.withHeader(signed, "host", host));
    }

    @Test
    void what_is_added_or_left_out_counts_too() {
        for (var altered : new HttpRequest[] {
            Signed.withQuery(SIGNED, SIGNED.rawQuery() + "&more=1"),
            Signed.withQuery(SIGNED, ""),
            Signed.withPath(SIGNED, SIGNED.rawPath() + "/"),
            Signed.withBody(SIGNED, ""),
            Signed.withHeader(SIGNED, "host", ""),
            Signed.withHeader(SIGNED, "x-amz-content-sha256", ""),
            Signed.withHeader(SIGNED, "x-amz-date", ""),
        }) {
            assertThatThrownBy(() -> Signed.verify(altered)).isInstanceOf(NotAuthenticated.class);
        }
    }

    private static void eachBitFlipped(String text, Function<String, HttpRequest> altered) {
        assertThat(text).isNotEmpty();
        for (int i = 0; i < text.length(); i++) {
            for (int flipped = 1; flipped < 128; flipped <<= 1) {
                String changed = text.substring(0, i) + (char) (text.charAt(i) ^ flipped) + text.substring(i + 1);
                if (Signed.saysTheSame(text, changed)) {
                    continue;
                }
                assertThatThrownBy(() -> Signed.verify(altered.apply(changed)))
                        .as(changed)
                        .isInstanceOf(NotAuthenticated.class);
            }
        }
    }

    private static SdkHttpRequest.Builder request() {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .protocol("http")
                .host("localhost")
                .port(4566)
                .encodedPath("/v2/a%2Fb/StartDomainExport")
                .putRawQueryParameter("key", "a value")
                .putRawQueryParameter("other", "")
                .putHeader("Content-Type", "application/json")
                .putHeader("X-Amz-Target", "Service.Operation");
    }
}
