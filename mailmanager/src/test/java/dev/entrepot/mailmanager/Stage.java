package dev.entrepot.mailmanager;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.Origin;
import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.mailmanager.addresslist.AddressListLimits;
import dev.entrepot.mailmanager.export.ExportForm;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.Messages;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.storage.objects.ObjectListing;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.objects.Requester;
import dev.entrepot.wire.auth.AccountAuthorizer;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.service.Endpoints;
import dev.entrepot.wire.service.RequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Mail Manager on a database and objects of its own, spoken to in either protocol without sockets and signatures. */
public final class Stage implements AutoCloseable {
    public static final Owner OWNER = new Owner("111122223333", "us-east-1");

    public final SettableClock clock = new SettableClock();
    public final Database database;
    public final LocalKeyring keyring;
    public final EmbeddedObjectStore objects;
    /** What S3 shows: exports write to it, and uploads come in there. */
    public final EmbeddedObjectStore buckets;

    public final MailManager mailManager;
    private final Path directory;
    private final Jobs jobs;
    private final Endpoints endpoints;
    private final Speech speech;
    private final AtomicBoolean recurring = new AtomicBoolean();
    private Owner caller = OWNER;

    public Stage(TestDatabase test) {
        this(test, MailManagerLimits.SELF_HOSTED);
    }

    public Stage(TestDatabase test, MailManagerLimits limits) {
        this(test, limits, database -> database);
    }

    /** @param seen what Mail Manager has in place of the real database */
    public Stage(TestDatabase test, MailManagerLimits limits, UnaryOperator<Database> seen) {
        this(test, limits, seen, buckets -> buckets);
    }

    /** @param seenBuckets what Mail Manager has in place of the real buckets */
    public Stage(
            TestDatabase test,
            MailManagerLimits limits,
            UnaryOperator<Database> seen,
            UnaryOperator<ObjectStore> seenBuckets) {
        this(test, limits, seen, seenBuckets, ExportForm.DEFAULT);
    }

    public Stage(
            TestDatabase test,
            MailManagerLimits limits,
            UnaryOperator<Database> seen,
            UnaryOperator<ObjectStore> seenBuckets,
            ExportForm form) {
        try {
            directory = Files.createTempDirectory("mailmanager-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        speech = Speech.with(test.dialect());
        database = test.open(Jobs.MIGRATIONS, MailManager.MIGRATIONS);
        keyring = LocalKeyring.open(directory.resolve("keys"), clock);
        objects = EmbeddedObjectStore.open(directory.resolve("mail"), keyring, clock);
        buckets = EmbeddedObjectStore.open(directory.resolve("buckets"), keyring, clock);
        mailManager = new MailManager(seen.apply(database), objects, seenBuckets.apply(buckets), clock, limits, form);
        var settings = new JobSettings(2, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(5));
        jobs = Jobs.start(database, mailManager.jobKinds(), recurringWork(), clock, settings, Stage::origin);
        endpoints = new Endpoints(mailManager.endpoints(
                jobs,
                (request, rules) -> new Caller(caller.account(), caller.region(), "AKIATEST"),
                new AccountAuthorizer(),
                new ObjectLinks(id -> Optional.of(new Credential(id, "secret", caller.account())), clock)));
    }

    private static Optional<Origin> origin() {
        return RequestContext.current()
                .map(context -> new Origin(context.caller().accessKeyId(), context.requestId()));
    }

    /** AWS's, but for the address lists'. */
    public static MailManagerLimits limits(AddressListLimits addressLists) {
        MailManagerLimits aws = MailManagerLimits.AWS;
        return new MailManagerLimits(aws.archives(), aws.searches(), aws.exports(), addressLists);
    }

    /** From now on requests come from this account. */
    public void callAs(Owner owner) {
        caller = owner;
    }

    /** Sends a request; single quotes stand for double ones. */
    public Answer call(String operation, String body) {
        return speech.read(send(speech.request(operation, body.replace('\'', '"'))));
    }

    /** An answer's status, and its body as a tree. */
    public record Answer(int status, JsonNode body) {
        public String text(String member) {
            return body.path(member).asText();
        }

        /** The error's name without its namespace; empty when it is none. */
        public String error() {
            String type = text("__type");
            return type.substring(type.indexOf('#') + 1);
        }
    }

    /** @return the archive's id */
    public String createArchive(String name) {
        return call("CreateArchive", "{'ArchiveName':'%s'}".formatted(name)).text("ArchiveId");
    }

    /** The stored bytes of a message. */
    public byte[] bytes(MessageId id) {
        Messages messages = mailManager.messages();
        return messages.read(messages.find(id).orElseThrow(), InputStream::readAllBytes);
    }

    /** How many packs rows speak of. */
    public int packs() {
        return database.read(handle -> handle.createQuery("SELECT count(*) FROM mail_pack")
                .mapTo(Integer.class)
                .one());
    }

    /** How many packs there are as objects, whether rows speak of them or not. */
    public int objects() {
        return objects.list(Requester.of(OWNER), "packs-" + OWNER.account(), ObjectListing.Query.prefix(""))
                .objects()
                .size();
    }

    /** From now on work recurs as the clock says; until then only when a test asks for it. */
    public void letWorkRecur() {
        recurring.set(true);
    }

    private List<RecurringWork> recurringWork() {
        return mailManager.recurringWork().stream()
                .<RecurringWork>map(Gated::new)
                .toList();
    }

    private final class Gated implements RecurringWork {
        private final RecurringWork work;

        Gated(RecurringWork work) {
            this.work = work;
        }

        @Override
        public String name() {
            return work.name();
        }

        @Override
        public Duration every() {
            return work.every();
        }

        @Override
        public void run(BooleanSupplier closing) throws Exception {
            if (recurring.get()) {
                work.run(closing);
            }
        }
    }

    /** Does one round of the work of this kind now. */
    public void upkeep(Class<? extends RecurringWork> kind) {
        for (RecurringWork work : mailManager.recurringWork()) {
            if (kind.isInstance(work)) {
                try {
                    work.run(() -> false);
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    /** Whether no part of a job runs now. */
    public boolean isIdle() {
        return jobs.statistics().queues().stream().allMatch(queue -> queue.running() == 0);
    }

    public HttpResponse send(HttpRequest request) {
        HttpResponse answer = endpoints
                .claim(request)
                .orElseThrow(() -> new AssertionError("Nobody claims " + request))
                .handle(request);
        return answer.rest()
                .map(rest -> new HttpResponse(answer.status(), answer.headers(), all(rest)))
                .orElse(answer);
    }

    private static byte[] all(HttpResponse.Rest rest) {
        try (InputStream bytes = rest.bytes()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        jobs.close();
        objects.close();
        buckets.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
