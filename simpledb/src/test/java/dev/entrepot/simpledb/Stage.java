package dev.entrepot.simpledb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.jobs.Job;
import dev.entrepot.jobs.JobId;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.Eventually;
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
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.service.Endpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** SimpleDB on a database and objects of its own, spoken to in forms and JSON without sockets and signatures. */
public final class Stage implements AutoCloseable {
    public static final Owner OWNER = new Owner("111122223333", "us-east-1");
    /** Enough of a signature to be routed by; nobody verifies it. */
    private static final String SCOPE = "AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/%s/aws4_request";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final SettableClock clock = new SettableClock();
    public final Database database;
    public final EmbeddedObjectStore objects;
    private final TestDirectory directory = TestDirectory.create();
    private final Jobs jobs;
    private final Endpoints endpoints;
    private Owner caller = OWNER;

    public Stage(TestDatabase test) {
        this(test, SimpleDbLimits.SELF_HOSTED, store -> store);
    }

    /** @param seenByJobs what the exports write to, in place of the real store */
    public Stage(TestDatabase test, SimpleDbLimits limits, UnaryOperator<ObjectStore> seenByJobs) {
        database = test.open(Jobs.MIGRATIONS, SimpleDb.MIGRATIONS);
        objects = EmbeddedObjectStore.open(
                directory.resolve("objects"), LocalKeyring.open(directory.resolve("keys"), clock), clock);
        objects.createBucket(Requester.of(OWNER), "bucket");
        var simpleDb = new SimpleDb(database, seenByJobs.apply(objects), clock, limits);
        var settings = new JobSettings(2, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(5));
        jobs = Jobs.start(database, simpleDb.jobKinds(), clock, settings);
        endpoints = new Endpoints(simpleDb.endpoints(
                jobs,
                (request, rules) -> new Caller(caller.account(), caller.region(), "AKIATEST"),
                new AccountAuthorizer()));
    }

    /** From now on requests come from this account. */
    public void callAs(Owner owner) {
        caller = owner;
    }

    /** Sends a classic request; names and values alternate. */
    public HttpResponse classic(String action, String... parameters) {
        var form = new StringBuilder("Version=2009-04-15&Action=" + action);
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&').append(encoded(parameters[i])).append('=').append(encoded(parameters[i + 1]));
        }
        return form(form.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public HttpResponse form(String body) {
        return send("sdb", "/", "application/x-www-form-urlencoded; charset=utf-8", body);
    }

    public HttpResponse json(String operation, String body) {
        return send("sdb", "/v2/" + operation, "application/json", body);
    }

    public HttpResponse startImport(String body) {
        return send("entrepot", "/_entrepot/simpledb/imports", "application/json", body);
    }

    /** The job when it has ended. */
    public Job<?> awaitJob(String id) {
        JobId job = JobId.parse(id).orElseThrow();
        Eventually.await(() -> jobs.find(OWNER, job).orElseThrow().state().ended());
        return jobs.find(OWNER, job).orElseThrow();
    }

    /** Sends a SimpleDBv2 request and reads its answer. */
    public JsonNode call(String operation, String body) {
        return read(json(operation, body));
    }

    public static JsonNode read(HttpResponse response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(HttpResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse send(String service, String path, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = new HttpRequest(
                "POST",
                path,
                "",
                Headers.of("Content-Type", contentType, "Authorization", SCOPE.formatted(service)),
                bytes);
        return endpoints
                .claim(request)
                .orElseThrow(() -> new AssertionError("Nobody claims " + path))
                .handle(request);
    }

    /** Starts an export to the bucket and waits for its end. */
    public JsonNode export(String domain) {
        JsonNode started =
                call("StartDomainExport", "{\"domainName\":\"%s\",\"s3Bucket\":\"bucket\"}".formatted(domain));
        return awaitEnd(started.path("exportArn").asText());
    }

    public JsonNode awaitEnd(String exportArn) {
        Eventually.await(
                () -> !describe(exportArn).path("exportStatus").asText().matches("PENDING|IN_PROGRESS"));
        return describe(exportArn);
    }

    public JsonNode describe(String exportArn) {
        return call("GetExport", "{\"exportArn\":\"%s\"}".formatted(exportArn));
    }

    @Override
    public void close() {
        jobs.close();
        objects.close();
        directory.close();
    }
}
