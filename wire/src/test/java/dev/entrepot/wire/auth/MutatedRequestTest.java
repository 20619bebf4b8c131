package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.auth.SigningAlgorithm;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Why: these bytes come from strangers; whatever they are, the answer is a caller or a refusal, never a bug of ours. */
class MutatedRequestTest {
    private static final SignatureRules CLASSIC = SignatureRules.version4Or2("sdb");
    private static final Version2Signed VERSION2 = Version2Signed.of(
            SigningAlgorithm.HmacSHA256, Signed.KEY, Map.of("Action", "Select", "SelectExpression", "a b"));
    private static final List<HttpRequest> SIGNED = List.of(
            Signed.byHeader(request(), "{\"a\":\"b\"}"),
            Signed.presigned(request(), Duration.ofHours(1)),
            VERSION2.request(),
            new HttpRequest("GET", "/", VERSION2.encoded(), Headers.of("Host", "localhost"), new byte[0]));

    private static final List<String> PIECES = List.of(
            "%",
            "%2", "%zz", "&", "=", ";", ",", "/", "//", "..", "\n", "\u0000", "\u00e9", "\ud800", "-", "99999999999");

    /** Replaces a piece of one part of a request: its method, path, query, body or one of its headers. */
    record Edit(int part, int at, int removed, String inserted) {
        HttpRequest applyTo(HttpRequest request) {
            int which = part % (4 + request.headers().fields().size());
            return switch (which) {
                case 0 -> Signed.withMethod(request, edit(request.method()));
                case 1 -> Signed.withPath(request, edit(request.rawPath()));
                case 2 -> Signed.withQuery(request, edit(request.rawQuery()));
                case 3 -> Signed.withBody(request, edit(new String(request.body(), StandardCharsets.UTF_8)));
                default -> withField(request, which - 4);
            };
        }

        private HttpRequest withField(HttpRequest request, int index) {
            var headers = Headers.builder();
            for (int i = 0; i < request.headers().fields().size(); i++) {
                var field = request.headers().fields().get(i);
                headers.add(field.name(), i == index ? edit(field.value()) : field.value());
            }
            return new HttpRequest(
                    request.method(), request.rawPath(), request.rawQuery(), headers.build(), request.body());
        }

        private String edit(String text) {
            int from = at % (text.length() + 1);
            int to = Math.min(text.length(), from + removed);
            return text.substring(0, from) + inserted + text.substring(to);
        }
    }

    @Test
    void a_mutated_request_gives_a_caller_or_a_refusal() {
        for (int seed = 0; seed < 5_000; seed++) {
            var random = new Random(seed);
            var request = SIGNED.get(random.nextInt(SIGNED.size()));
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                request = edit(random).applyTo(request);
            }
            assertOwnerOrRefusal(request);
        }
    }

    @Test
    void noise_gives_a_refusal() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            String path = text(random, 30);
            String query = text(random, 60);
            String value = text(random, 60);
            byte[] body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            var headers = Headers.of("Host", value, "Authorization", "AWS4-HMAC-SHA256 " + value, "X-Amz-Date", query);
            assertOwnerOrRefusal(new HttpRequest(text(random, 8), path, query, headers, body));
            assertOwnerOrRefusal(new HttpRequest(text(random, 8), path, query, Headers.EMPTY, body));
            assertOwnerOrRefusal(new HttpRequest("POST", path, "", Headers.of("Host", value), body));
        }
    }

    private static Edit edit(Random random) {
        String inserted = random.nextBoolean() ? PIECES.get(random.nextInt(PIECES.size())) : text(random, 4);
        return new Edit(random.nextInt(20), random.nextInt(500), random.nextInt(9), inserted);
    }

    /** Any characters at all, lone surrogates among them. */
    private static String text(Random random, int longest) {
        var text = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0x20 + random.nextInt(0x5F)));
        }
        return text.toString();
    }

    private static void assertOwnerOrRefusal(HttpRequest request) {
        for (var now : List.of(Signed.NOW, VERSION2.signedAt())) {
            try {
                assertThat(Signed.verifierAt(now).verify(request, CLASSIC).accessKeyId())
                        .isEqualTo("AKIDEXAMPLE");
            } catch (NotAuthenticated refusal) {
                assertThat(refusal).message().matches("[ -~]{1,400}");
            }
        }
    }

    private static SdkHttpRequest.Builder request() {
        return SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .protocol("http")
                .host("localhost")
                .encodedPath("/v2/a%2Fb")
                .putRawQueryParameter("key", "a value");
    }
}
