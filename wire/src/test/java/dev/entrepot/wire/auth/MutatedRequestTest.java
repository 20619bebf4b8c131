package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.auth.SigningAlgorithm;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    @Property(tries = 5000)
    void a_mutated_request_gives_a_caller_or_a_refusal(
            @ForAll("signed") HttpRequest signed, @ForAll("edits") List<Edit> edits) {
        var request = signed;
        for (var edit : edits) {
            request = edit.applyTo(request);
        }
        assertOwnerOrRefusal(request);
    }

    @Property(tries = 2000)
    void noise_gives_a_refusal(
            @ForAll String method,
            @ForAll String path,
            @ForAll String query,
            @ForAll String value,
            @ForAll byte[] body) {
        var headers = Headers.of("Host", value, "Authorization", "AWS4-HMAC-SHA256 " + value, "X-Amz-Date", query);
        assertOwnerOrRefusal(new HttpRequest(method, path, query, headers, body));
        assertOwnerOrRefusal(new HttpRequest(method, path, query, Headers.EMPTY, body));
        assertOwnerOrRefusal(new HttpRequest("POST", path, "", Headers.of("Host", value), body));
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

    @Provide
    Arbitrary<HttpRequest> signed() {
        return Arbitraries.of(SIGNED);
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        var pieces = Arbitraries.of(
                "%",
                "%2",
                "%zz",
                "&",
                "=",
                ";",
                ",",
                "/",
                "//",
                "..",
                "\n",
                "\u0000",
                "\u00e9",
                "\ud800",
                "-",
                "99999999999");
        var inserted = Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(4));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 20),
                        inserted)
                .as(Edit::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
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
