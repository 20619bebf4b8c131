package dev.entrepot.cleanroomsml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.cleanroomsml.model.TrainingLimits;
import dev.entrepot.cleanroomsml.source.SeedLimits;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.storage.objects.StoredObject;
import dev.entrepot.wire.auth.AccountAuthorizer;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.service.Endpoints;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** Clean Rooms ML on a database and objects of its own, spoken to in JSON without sockets and signatures. */
public final class Stage implements AutoCloseable {
    public static final Owner A = new Owner("111122223333", "us-east-1");
    public static final Owner B = new Owner("444455556666", "us-east-1");
    /** Without quotas, and with little to train on. */
    public static final CleanRoomsMlLimits LIMITS =
            new CleanRoomsMlLimits(0, 0, 0, 0, 0, 0, 0, new TrainingLimits(100, 200, true), SeedLimits.AWS);

    /** Enough of a signature to be routed by; nobody verifies it. */
    private static final String SCOPE =
            "AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/cleanrooms-ml/aws4_request";

    private static final ObjectMapper JSON = new ObjectMapper();

    public final SettableClock clock = new SettableClock();
    public final Database database;
    public final LocalKeyring keyring;
    public final EmbeddedObjectStore objects;
    public final EmbeddedObjectStore artefacts;
    /** What the service sees of it. */
    public final HeldStore heldArtefacts;

    public final Path directory;
    public final Jobs jobs;
    private final Endpoints endpoints;
    private Owner caller = A;

    public Stage(TestDatabase test) {
        this(test, LIMITS);
    }

    public Stage(TestDatabase test, CleanRoomsMlLimits limits) {
        this(test, limits, store -> store);
    }

    /** @param seen what jobs read and write, in place of the real store of S3's objects */
    public Stage(TestDatabase test, CleanRoomsMlLimits limits, UnaryOperator<ObjectStore> seen) {
        try {
            directory = Files.createTempDirectory("cleanroomsml-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = test.open(Jobs.MIGRATIONS, CleanRoomsMl.MIGRATIONS);
        keyring = LocalKeyring.open(directory.resolve("keys"), clock);
        objects = EmbeddedObjectStore.open(directory.resolve("objects"), keyring, clock);
        artefacts = EmbeddedObjectStore.open(directory.resolve("audiences"), keyring, clock);
        objects.createBucket(Requester.of(A), "bucket-a");
        objects.createBucket(Requester.of(B), "bucket-b");
        heldArtefacts = new HeldStore(artefacts);
        var service =
                new CleanRoomsMl(database, seen.apply(objects), heldArtefacts, directory, Engine.LOCAL, clock, limits);
        var settings = new JobSettings(2, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(5));
        jobs = Jobs.start(database, service.jobKinds(), clock, settings);
        endpoints = new Endpoints(service.endpoints(
                jobs,
                (request, rules) -> new Caller(caller.account(), caller.region(), "AKIATEST"),
                new AccountAuthorizer()));
    }

    /** From now on requests come from this account. */
    public void callAs(Owner owner) {
        caller = owner;
    }

    public Owner caller() {
        return caller;
    }

    /** @param target with its query */
    public HttpResponse send(String method, String target, String body) {
        int query = target.indexOf('?');
        var request = new HttpRequest(
                method,
                query < 0 ? target : target.substring(0, query),
                query < 0 ? "" : target.substring(query + 1),
                body.isEmpty()
                        ? Headers.of("Authorization", SCOPE)
                        : Headers.of("Authorization", SCOPE, "Content-Type", "application/json"),
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        return endpoints
                .claim(request)
                .orElseThrow(() -> new AssertionError("Nobody claims " + target))
                .handle(request);
    }

    /** The answer of a request that succeeds; in its body single quotes stand for double ones. */
    public JsonNode call(String method, String target, String body) {
        HttpResponse response = send(method, target, body);
        assertThat(response.status()).as(text(response)).isEqualTo(200);
        return response.body().length == 0 ? JSON.createObjectNode() : read(response);
    }

    /** Status, code and message of a request that is refused: {@code 400 ValidationException: …}. */
    public String refusal(String method, String target, String body) {
        HttpResponse response = send(method, target, body);
        String code = response.headers().first("x-amzn-errortype").orElse("no error");
        return response.status() + " " + code + ": "
                + read(response).path("message").asText();
    }

    /** A path that names a resource as SDKs do, with the whole ARN in one segment. */
    public static String path(String type, String arn) {
        return "/" + type + "/" + URLEncoder.encode(arn, StandardCharsets.UTF_8);
    }

    /** What kind of resource an ARN is of. */
    public static String type(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1, arn.indexOf('/'));
    }

    public JsonNode get(String arn) {
        return call("GET", path(type(arn), arn), "");
    }

    public JsonNode delete(String arn) {
        return call("DELETE", path(type(arn), arn), "");
    }

    /** Puts an object where the caller's bucket is. */
    public void put(Owner owner, String bucket, String key, byte[] content) {
        objects.put(
                Requester.of(owner),
                new ObjectLocation(bucket, key),
                PutOptions.DEFAULT,
                new ByteArrayInputStream(content));
    }

    public String read(Owner owner, String bucket, String key) {
        try (var content = objects.get(Requester.of(owner), new ObjectLocation(bucket, key))
                .bytes()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> keys(ObjectStore store, Owner owner, String bucket, String prefix) {
        return store.list(Requester.of(owner), bucket, ObjectListing.Query.prefix(prefix)).objects().stream()
                .map(StoredObject::key)
                .toList();
    }

    /** A table of a catalog; single quotes stand for double ones. */
    public void table(String catalog, String database, String table, String description) {
        try {
            Path folder = Files.createDirectories(directory.resolve("catalog", catalog, database));
            Files.writeString(folder.resolve(table + ".json"), description.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        artefacts.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
