package dev.entrepot.mailmanager;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.mailmanager.message.MessageId;
import dev.entrepot.mailmanager.message.Messages;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.SettableClock;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.storage.keys.LocalKeyring;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.wire.auth.AccountAuthorizer;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.service.Endpoints;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/** Mail Manager on a database and objects of its own, spoken to in either protocol without sockets and signatures. */
public final class Stage implements AutoCloseable {
    public static final Owner OWNER = new Owner("111122223333", "us-east-1");

    public final SettableClock clock = new SettableClock();
    public final Database database;
    public final LocalKeyring keyring;
    public final EmbeddedObjectStore objects;
    public final MailManager mailManager;
    private final Path directory;
    private final Jobs jobs;
    private final Endpoints endpoints;
    private final Speech speech;
    private Owner caller = OWNER;

    public Stage(TestDatabase test) {
        this(test, MailManagerLimits.SELF_HOSTED);
    }

    public Stage(TestDatabase test, MailManagerLimits limits) {
        try {
            directory = Files.createTempDirectory("mailmanager-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        speech = Speech.with(test.dialect());
        database = test.open(Jobs.MIGRATIONS, MailManager.MIGRATIONS);
        keyring = LocalKeyring.open(directory.resolve("keys"), clock);
        objects = EmbeddedObjectStore.open(directory.resolve("mail"), keyring, clock);
        mailManager = new MailManager(database, objects, clock, limits);
        var settings = new JobSettings(2, Duration.ofMillis(50), Duration.ofDays(365), Duration.ofSeconds(5));
        jobs = Jobs.start(database, mailManager.jobKinds(), clock, settings);
        endpoints = new Endpoints(mailManager.endpoints(
                jobs,
                (request, rules) -> new Caller(caller.account(), caller.region(), "AKIATEST"),
                new AccountAuthorizer()));
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

    public HttpResponse send(HttpRequest request) {
        return endpoints
                .claim(request)
                .orElseThrow(() -> new AssertionError("Nobody claims " + request))
                .handle(request);
    }

    @Override
    public void close() {
        jobs.close();
        objects.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
