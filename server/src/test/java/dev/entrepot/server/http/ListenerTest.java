package dev.entrepot.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpResponse;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signatures cover the request as sent and every protocol words its own errors, so the listener must hand on what it got,
 * bound it, and say nothing of its own where a service could speak.
 */
class ListenerTest {
    private static final byte[] FIRST = {1, 2, 3};
    private static final HttpLimits LIMITS = TestLimits.body(Duration.ofMillis(300));

    private final AtomicBoolean ready = new AtomicBoolean(true);
    private HttpResponse.Rest rest = new HttpResponse.Rest(InputStream.nullInputStream(), 0);
    private final Scripted services = new Scripted(request -> switch (request.rawPath()) {
        case "/fail" -> throw new IllegalStateException("jdbc:postgresql://secret");
        case "/rest" -> new HttpResponse(200, Headers.of(), FIRST, Optional.of(rest));
        default -> new HttpResponse(200, Headers.of("X-Kept", "yes"), request.body());
    });
    private Listener listener;

    @BeforeEach
    void start() {
        listener = Listener.start(
                InetAddress.getLoopbackAddress(),
                0,
                LIMITS,
                ready::get,
                services,
                new NoObjectStore(),
                (_, _, _, _) -> {});
    }

    @AfterEach
    void stop() {
        listener.close();
    }

    // A message of 40 MB is not for a heap that serves many at once.
    @Test
    void whatIsTooLongForMemoryIsReadWhileItIsSent() throws Exception {
        byte[] more = new byte[3 << 20];
        new Random(1).nextBytes(more);
        var closed = new AtomicBoolean();
        rest = new HttpResponse.Rest(closing(new ByteArrayInputStream(more), closed), more.length);
        var answer = getRest();
        assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(FIRST.length + more.length);
        assertThat(answer.body()).startsWith(FIRST).endsWith(more).hasSize(FIRST.length + more.length);
        assertThat(closed).isTrue();
    }

    // Half an answer must not look like a whole one.
    @Test
    void anAnswerThatCannotBeReadToItsEndBreaksOff() {
        var closed = new AtomicBoolean();
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[1 << 20]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        });
        rest = new HttpResponse.Rest(closing(broken, closed), 2 << 20);
        assertThatThrownBy(this::getRest).isInstanceOf(IOException.class);
        assertThat(closed).isTrue();
    }

    private java.net.http.HttpResponse<byte[]> getRest() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(listener.uri().resolve("/rest")).build();
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    private static InputStream closing(InputStream bytes, AtomicBoolean closed) {
        return new FilterInputStream(bytes) {
            @Override
            public void close() throws IOException {
                closed.set(true);
                super.close();
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//a//b",
                "/a%2Fb",
                "/a/../b",
                "/a/..",
                "/a/./b/",
                "/a;b=c/%25",
                "/%FF",
                "/A%2e%2E/b",
                "/a\\b^{|}"
            })
    void theTargetArrivesAsSent(String path) throws IOException {
        try (var client = new RawClient(listener.uri())) {
            assertThat(client.send("GET " + path + "?q=%2F+a&&B=?/.. HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(services.seen).singleElement().satisfies(request -> {
            assertThat(request.rawPath()).isEqualTo(path);
            assertThat(request.rawQuery()).isEqualTo("q=%2F+a&&B=?/..");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%zz", "/%00", "/..", "/a/../../b"})
    void aTargetThatIsNoneOrLeavesTheRootIsBadHttp(String path) throws IOException {
        // S3 too answers 400 to a key that climbs above its bucket's root.
        try (var client = new RawClient(listener.uri())) {
            assertThat(client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 400 ");
        }
        assertThat(services.seen).isEmpty();
    }

    @Test
    void anAbsoluteTargetStandsForItsPathWhenTheHostAgrees() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            assertThat(client.send("GET http://x/a/../b?c HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 200 ");
        }
        assertThat(services.seen).singleElement().satisfies(request -> {
            assertThat(request.rawPath()).isEqualTo("/a/../b");
            assertThat(request.rawQuery()).isEqualTo("c");
        });
    }

    @Test
    void headerFieldsKeepTheirOrderRepeatsAndLetterCase() throws IOException {
        // The case of a well-known value is what a header cache would unify, and a signature would notice.
        try (var client = new RawClient(listener.uri())) {
            for (String type : new String[] {"application/json;charset=utf-8", "APPLICATION/JSON;CHARSET=UTF-8"}) {
                client.send("GET / HTTP/1.1\r\nHost: ExAmple:80\r\nX-B: 2\r\nContent-Type: " + type
                                + "\r\nX-a: 1\r\nx-b:  a  b \r\n\r\n")
                        .answer();
            }
        }
        assertThat(services.seen.getLast().headers().fields())
                .containsExactly(
                        new Headers.Field("host", "ExAmple:80"),
                        new Headers.Field("x-b", "2"),
                        new Headers.Field("content-type", "APPLICATION/JSON;CHARSET=UTF-8"),
                        new Headers.Field("x-a", "1"),
                        new Headers.Field("x-b", "a  b"));
    }

    @Test
    void aBodyArrivesWholeWithAndWithoutChunks() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            assertThat(client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello")
                            .answer())
                    .endsWith("\r\n\r\nhello");
            String big = "x".repeat(70_000);
            assertThat(client.send(
                                    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n11170\r\n"
                                            + big + "\r\n0\r\n\r\n")
                            .answer())
                    .endsWith("\r\n\r\nabc" + big);
        }
    }

    @Test
    void aBodyAtTheLimitIsTakenAndOneByteMoreIsRefusedInTheServicesWords() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var atLimit = HttpRequest.newBuilder(listener.uri())
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[Scripted.MAX_BODY]))
                    .build();
            assertThat(client.send(atLimit, BodyHandlers.ofByteArray()).body()).hasSize(Scripted.MAX_BODY);
        }
        String tooMuch = "x".repeat(Scripted.MAX_BODY + 1);
        for (String body : new String[] {
            "Content-Length: " + tooMuch.length() + "\r\n\r\n" + tooMuch,
            "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(tooMuch.length()) + "\r\n" + tooMuch
                    + "\r\n0\r\n\r\n"
        }) {
            try (var client = new RawClient(listener.uri())) {
                assertThat(client.send("POST / HTTP/1.1\r\nHost: x\r\n" + body).answer())
                        .startsWith("HTTP/1.1 413 ")
                        .containsIgnoringCase("connection: close")
                        .endsWith("too large");
                assertThat(client.closedByServer()).isTrue();
            }
        }
    }

    @Test
    void aClientThatSendsTwentyMegabytesFirstStillReadsTheRefusal() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 20000000\r\n\r\n" + "x".repeat(20_000_000));
            assertThat(client.answer()).endsWith("too large");
        }
    }

    @Test
    void anExpectedContinueIsAnsweredBeforeTheBodyAndNotWhenTheBodyIsRefused() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            client.send("PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 100 ");
            assertThat(client.send("ok").answer()).endsWith("\r\n\r\nok");
        }
        try (var client = new RawClient(listener.uri())) {
            client.send("PUT / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2000000\r\n\r\n");
            assertThat(client.answer()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBodyThatDripsIsCutOff() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhe");
            assertThat(client.answer()).startsWith("HTTP/1.1 408 ");
            assertThat(client.closedByServer()).isTrue();
        }
        assertThat(services.seen).isEmpty();
    }

    @Test
    void everyAnswerHasADateAndNoneNamesTheServer() throws IOException {
        for (String request : new String[] {
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /bucket/key HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /_entrepot/health/live HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET /fail HTTP/1.1\r\nHost: x\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
            "G(T / HTTP/9\r\n\r\n"
        }) {
            try (var client = new RawClient(listener.uri())) {
                String answer = client.send(request).answer();
                assertThat(answer)
                        .contains("Date: ")
                        .doesNotContainIgnoringCase("jetty")
                        .doesNotContain("secret", "Exception");
                int at = answer.indexOf("Date: ") + 6;
                DateTimeFormatter.RFC_1123_DATE_TIME.parse(answer.substring(at, answer.indexOf('\r', at)));
            }
        }
    }

    @Test
    void oversizedHeadersAreRefused() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(40_000) + "\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 431 ");
        }
        try (var client = new RawClient(listener.uri())) {
            assertThat(client.send("GET /" + "x".repeat(40_000) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer())
                    .startsWith("HTTP/1.1 414 ");
        }
        assertThat(services.seen).isEmpty();
    }

    @Test
    void headHasTheLengthOfTheBodyItLeavesOutAndTheConnectionStaysOpen() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            client.send("HEAD / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(client.head()).containsIgnoringCase("content-length: 3").containsIgnoringCase("x-kept: yes");
            assertThat(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").answer())
                    .startsWith("HTTP/1.1 200 ");
        }
    }

    // People report a failure by its request id, whatever page it was.
    @Test
    void everyAnswerHasARequestId() throws IOException {
        try (var client = new RawClient(listener.uri())) {
            client.send("GET /_entrepot/health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.head()).containsPattern("(?i)x-amzn-requestid: [0-9a-f-]{36}");
        }
    }

    @Test
    void healthIsOursAndTheRestOfOurPlaceIsNotFound() throws Exception {
        assertThat(get("/_entrepot/health/live")).isEqualTo("200 {\"status\":\"live\"}\n");
        assertThat(get("/_entrepot/health/ready")).isEqualTo("200 {\"status\":\"ready\"}\n");
        ready.set(false);
        assertThat(get("/_entrepot/health/ready")).isEqualTo("503 {\"status\":\"not ready\"}\n");
        assertThat(get("/_entrepot/elsewhere")).startsWith("404 ");
        assertThat(services.seen).isEmpty();
    }

    @Test
    void whatNoServiceClaimsGoesToTheObjectStore() throws Exception {
        assertThat(get("/bucket/key")).startsWith("404 ").contains("<Code>NoSuchBucket</Code>");
        assertThat(services.seen).isEmpty();
    }

    @Test
    void aTakenPortIsNamedInOneSentence() {
        int taken = listener.uri().getPort();
        assertThatThrownBy(() -> Listener.start(
                                InetAddress.getLoopbackAddress(),
                                taken,
                                LIMITS,
                                ready::get,
                                services,
                                new NoObjectStore(),
                                (_, _, _, _) -> {})
                        .close())
                .isInstanceOf(CannotListen.class)
                .hasMessage("Cannot listen on 127.0.0.1 port " + taken + ": Address already in use");
    }

    private String get(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(listener.uri() + path)).build(), BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        }
    }
}
