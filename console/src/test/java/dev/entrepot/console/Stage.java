package dev.entrepot.console;

import dev.entrepot.cleanroomsml.CleanRoomsMl;
import dev.entrepot.cleanroomsml.CleanRoomsMlLimits;
import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.Origin;
import dev.entrepot.mailmanager.MailManager;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.sesv2.SesV2;
import dev.entrepot.sesv2.SesV2Limits;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.simpledb.SimpleDbLimits;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Databases;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectLocation;
import dev.entrepot.storage.objects.PutOptions;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.auth.AccountAuthorizer;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.service.LocalCalls;
import dev.entrepot.wire.service.RequestContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The services and the console before them, without sockets. */
final class Stage implements AutoCloseable {
    static final Credential KEYS = new Credential("AKIATEST", "secret", "111122223333");
    static final Credential OTHERS = new Credential("AKIAOTHER", "secret", "444455556666");
    static final Caller CALLER = new Caller(KEYS.account(), "us-east-1", KEYS.accessKeyId());
    static final Owner OWNER = new Owner(CALLER.account(), CALLER.region());

    final SettableClock clock = new SettableClock();
    final Map<String, Credential> credentials =
            new ConcurrentHashMap<>(Map.of(KEYS.accessKeyId(), KEYS, OTHERS.accessKeyId(), OTHERS));
    final EmbeddedObjectStore objects;
    final MailManager mailManager;
    final Jobs jobs;
    final Console console;
    private final Database database;
    private final EmbeddedObjectStore mail;
    private final EmbeddedObjectStore audiences;
    private final LocalCalls calls;

    Stage(Path directory) {
        this(directory, Optional.empty());
    }

    /** @param anyone whom the console takes every visitor for */
    Stage(Path directory, Optional<Caller> anyone) {
        database = Databases.sqlite(
                directory.resolve("database"),
                List.of(
                        Jobs.MIGRATIONS,
                        SimpleDb.MIGRATIONS,
                        SesV2.MIGRATIONS,
                        MailManager.MIGRATIONS,
                        CleanRoomsMl.MIGRATIONS));
        var keyring = LocalKeyring.open(directory.resolve("keys"), clock);
        objects = EmbeddedObjectStore.open(directory.resolve("objects"), keyring, clock);
        mail = EmbeddedObjectStore.open(directory.resolve("mail"), keyring, clock);
        objects.createBucket(Requester.of(OWNER), "bucket");

        var simpleDb = new SimpleDb(database, objects, clock, SimpleDbLimits.SELF_HOSTED);
        var sesV2 = new SesV2(database, objects, clock, SesV2Limits.AWS, false);
        mailManager = new MailManager(database, mail, objects, clock, MailManagerLimits.SELF_HOSTED);
        audiences = EmbeddedObjectStore.open(directory.resolve("audiences"), keyring, clock);
        var cleanRoomsMl = new CleanRoomsMl(
                database, objects, audiences, directory, Engine.LOCAL, clock, CleanRoomsMlLimits.SELF_HOSTED);
        var kinds = new ArrayList<JobKind<?, ?, ?>>(simpleDb.jobKinds());
        kinds.addAll(sesV2.jobKinds());
        kinds.addAll(mailManager.jobKinds());
        kinds.addAll(cleanRoomsMl.jobKinds());
        var settings = new JobSettings(2, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(5));
        jobs = Jobs.start(database, kinds, List.of(), clock, settings, Stage::origin);

        var authorizer = new AccountAuthorizer();
        Authenticator nobody = (request, rules) -> {
            throw new AssertionError("The console signs nothing");
        };
        var links = new ObjectLinks(id -> Optional.ofNullable(credentials.get(id)), clock);
        var endpoints = new ArrayList<Endpoint>(simpleDb.endpoints(jobs, nobody, authorizer));
        endpoints.addAll(sesV2.endpoints(jobs, nobody, authorizer, links));
        endpoints.addAll(mailManager.endpoints(jobs, nobody, authorizer, links));
        endpoints.addAll(cleanRoomsMl.endpoints(jobs, nobody, authorizer));
        calls = new LocalCalls(endpoints);
        console = new Console(
                new Doors(database, id -> Optional.ofNullable(credentials.get(id)), "us-east-1", anyone),
                new Services(calls, jobs, objects, links, authorizer),
                clock);
    }

    private static Optional<Origin> origin() {
        return RequestContext.current()
                .map(context -> new Origin(context.caller().accessKeyId(), context.requestId()));
    }

    /** An operation, not by way of the console. */
    <I extends Struct, O extends Struct> O call(Operation<I, O> operation, I input) {
        return calls.call(operation, input, new RequestContext(CALLER, "127.0.0.1:4566", Map.of(), "a-request"));
    }

    void put(String key, String content) {
        objects.put(
                Requester.of(OWNER),
                new ObjectLocation("bucket", key),
                PutOptions.DEFAULT,
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** A browser that has logged in. */
    Browser browser() {
        var browser = new Browser(console);
        browser.logIn(KEYS);
        return browser;
    }

    @Override
    public void close() {
        jobs.close();
        audiences.close();
        mail.close();
        objects.close();
        database.close();
    }
}
