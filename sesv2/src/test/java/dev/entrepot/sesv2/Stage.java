package dev.entrepot.sesv2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.sesv2.contact.ContactLimits;
import dev.entrepot.sesv2.event.EventLimits;
import dev.entrepot.sesv2.exportjob.ExportLimits;
import dev.entrepot.sesv2.importjob.ImportLimits;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.TestDirectory;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.auth.AccountAuthorizer;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.service.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** SES on a database of its own, spoken to in JSON without sockets and signatures. */
public final class Stage implements AutoCloseable {
    public static final Owner OWNER = new Owner("111122223333", "us-east-1");
    /** Enough of a signature to be routed by; nobody verifies it. */
    private static final String SCOPE = "AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/ses/aws4_request";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final SettableClock clock = new SettableClock();
    public final Database database;
    public final EmbeddedObjectStore objects;
    private final TestDirectory directory = TestDirectory.create();
    public final Jobs jobs;
    private final Endpoints endpoints;
    private Owner caller = OWNER;
    private String extraName = "x-entrepot-none";
    private String extraValue = "";

    public Stage(TestDatabase test) {
        this(test, SesV2Limits.AWS);
    }

    public Stage(TestDatabase test, SesV2Limits limits) {
        this(test, limits, store -> store);
    }

    /** @param seenByJobs what jobs read and write, in place of the real store */
    public Stage(TestDatabase test, SesV2Limits limits, UnaryOperator<ObjectStore> seenByJobs) {
        database = test.open(Jobs.MIGRATIONS, SesV2.MIGRATIONS);
        objects = EmbeddedObjectStore.open(
                directory.resolve("objects"), LocalKeyring.open(directory.resolve("keys"), clock), clock);
        objects.createBucket(Requester.of(OWNER), "bucket");
        var sesV2 = new SesV2(database, seenByJobs.apply(objects), clock, limits, false);
        var settings = new JobSettings(2, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(5));
        jobs = Jobs.start(database, sesV2.jobKinds(), clock, settings);
        endpoints = new Endpoints(sesV2.endpoints(
                jobs,
                (request, rules) -> new Caller(caller.account(), caller.region(), "AKIATEST"),
                new AccountAuthorizer(),
                new ObjectLinks(id -> Optional.of(new Credential(id, "secret", caller.account())), clock)));
    }

    /** With room for several contact lists. */
    public static Stage withLists(TestDatabase test, int lists) {
        return new Stage(
                test,
                new SesV2Limits(new ContactLimits(lists), ImportLimits.AWS, EventLimits.KEEP_ALL, ExportLimits.AWS));
    }

    /** From now on requests have this header field. */
    public void header(String name, String value) {
        extraName = name;
        extraValue = value;
    }

    /** From now on requests come from this account. */
    public void callAs(Owner owner) {
        caller = owner;
    }

    /** @param target below {@code /v2/email/} unless it begins with a slash, with its query */
    public HttpResponse send(String method, String target, String body) {
        int query = target.indexOf('?');
        var request = new HttpRequest(
                method,
                path(query < 0 ? target : target.substring(0, query)),
                query < 0 ? "" : target.substring(query + 1),
                body.isEmpty()
                        ? Headers.of("Authorization", SCOPE, "Host", "127.0.0.1:4566", extraName, extraValue)
                        : Headers.of(
                                "Authorization",
                                SCOPE,
                                "Host",
                                "127.0.0.1:4566",
                                extraName,
                                extraValue,
                                "Content-Type",
                                "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
        return endpoints
                .claim(request)
                .orElseThrow(() -> new AssertionError("Nobody claims " + target))
                .handle(request);
    }

    /** The answer to event records, as {@code PUT /_entrepot/ses/events} brings them. */
    public JsonNode putEvents(String records) {
        var request = new HttpRequest(
                "PUT",
                "/_entrepot/ses/events",
                "",
                Headers.of("Authorization", SCOPE.replace("/ses/", "/entrepot/")),
                records.getBytes(StandardCharsets.UTF_8));
        HttpResponse response = endpoints.claim(request).orElseThrow().handle(request);
        assertThat(response.status()).as(text(response)).isEqualTo(200);
        return read(response);
    }

    private static String path(String target) {
        return target.startsWith("/") ? target : "/v2/email/" + target;
    }

    /** The answer of a request that succeeds. */
    public JsonNode call(String method, String target, String body) {
        HttpResponse response = send(method, target, body);
        assertThat(response.status()).as(text(response)).isEqualTo(200);
        return read(response);
    }

    public JsonNode get(String target) {
        return call("GET", target, "");
    }

    /** Status, code and message of a request that is refused: {@code 400 BadRequestException: …}. */
    public String refusal(String method, String target, String body) {
        HttpResponse response = send(method, target, body);
        String code = response.headers().first("x-amzn-errortype").orElse("no error");
        return response.status() + " " + code + ": "
                + read(response).path("message").asText();
    }

    private static JsonNode read(HttpResponse response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        jobs.close();
        objects.close();
        directory.close();
    }
}
