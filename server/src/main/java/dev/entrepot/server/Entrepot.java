package dev.entrepot.server;

import dev.entrepot.cleanroomsml.CleanRoomsMl;
import dev.entrepot.cleanroomsml.CleanRoomsMlLimits;
import dev.entrepot.cleanroomsml.lookalike.Engine;
import dev.entrepot.console.Console;
import dev.entrepot.console.Doors;
import dev.entrepot.console.Services;
import dev.entrepot.jobs.JobHistory;
import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.JobSettings;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.Origin;
import dev.entrepot.mailmanager.MailManager;
import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.server.configuration.ServerConfiguration;
import dev.entrepot.server.configuration.Switch;
import dev.entrepot.server.credentials.ClientFiles;
import dev.entrepot.server.credentials.CredentialStore;
import dev.entrepot.server.credentials.CredentialTable;
import dev.entrepot.server.http.HttpLimits;
import dev.entrepot.server.http.Listener;
import dev.entrepot.server.identity.CallerIdentity;
import dev.entrepot.server.metrics.JobMetrics;
import dev.entrepot.server.metrics.MailMetrics;
import dev.entrepot.server.metrics.Metrics;
import dev.entrepot.server.metrics.MetricsEndpoint;
import dev.entrepot.server.metrics.TimedDatabase;
import dev.entrepot.server.metrics.TimedObjectStore;
import dev.entrepot.server.progress.JobsEndpoint;
import dev.entrepot.server.s3.S3Endpoint;
import dev.entrepot.server.s3.S3Limits;
import dev.entrepot.sesv2.SesV2;
import dev.entrepot.sesv2.SesV2Limits;
import dev.entrepot.sesv2.contact.ContactLimits;
import dev.entrepot.sesv2.event.EventLimits;
import dev.entrepot.sesv2.exportjob.ExportLimits;
import dev.entrepot.sesv2.importjob.ImportLimits;
import dev.entrepot.simpledb.SimpleDb;
import dev.entrepot.simpledb.SimpleDbLimits;
import dev.entrepot.storage.database.DataDirectory;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.wire.auth.AccountAuthorizer;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.auth.Credentials;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.auth.SignatureSettings;
import dev.entrepot.wire.auth.SignatureVerifier;
import dev.entrepot.wire.service.Endpoints;
import dev.entrepot.wire.service.LocalCalls;
import dev.entrepot.wire.service.RequestContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;

/** A running server: this is the list of its parts. */
public final class Entrepot implements AutoCloseable {
    private final Parts parts;
    private final Endpoints services;
    private final URI uri;

    private Entrepot(Parts parts, Endpoints services, URI uri) {
        this.parts = parts;
        this.services = services;
        this.uri = uri;
    }

    /**
     * Takes requests from the moment this returns. Should a part not start, those before it are closed again, and what it
     * says comes out unchanged.
     */
    public static Entrepot start(ServerConfiguration configuration, InstantSource clock) {
        var parts = new Parts();
        try {
            parts.add(DataDirectory.lock(configuration.stores().data()));
            var metrics = new Metrics();
            Database database = new TimedDatabase(parts.add(Stores.database(configuration.stores())), metrics);

            var credentialTable = new CredentialTable(database, clock);
            var defaultKeyPair = credentialTable.defaultKeyPair();
            var credentials = new CredentialStore(credentialTable, clock);

            Authenticator authenticator = authenticator(configuration, credentials, defaultKeyPair, clock);
            Authorizer authorizer = new AccountAuthorizer();

            EmbeddedObjectStore objects = parts.add(Stores.objects(configuration.stores(), clock));

            var timedObjects = new TimedObjectStore(objects, metrics);
            var simpleDb = new SimpleDb(database, timedObjects, clock, simpleDbLimits(configuration));
            var sesV2 = new SesV2(
                    database,
                    timedObjects,
                    clock,
                    sesV2Limits(configuration),
                    configuration.protectUnsubscribed() == Switch.ON);
            EmbeddedObjectStore mail = parts.add(Stores.mail(configuration.stores(), clock));
            var mailManager = new MailManager(
                    database, mail, timedObjects, clock, mailManagerLimits(configuration), configuration.mailExports());

            EmbeddedObjectStore audiences = parts.add(Stores.audiences(configuration.stores(), clock));
            Engine engine = parts.add(Engines.open(configuration.engine()));
            var cleanRoomsMl = new CleanRoomsMl(
                    database,
                    timedObjects,
                    audiences,
                    configuration.stores().data(),
                    engine,
                    clock,
                    cleanRoomsMlLimits(configuration));

            var kinds = new ArrayList<>(simpleDb.jobKinds());
            kinds.addAll(sesV2.jobKinds());
            kinds.addAll(mailManager.jobKinds());
            kinds.addAll(cleanRoomsMl.jobKinds());
            parts.add(simpleDb.settler()).start();
            var recurringWork = new ArrayList<>(mailManager.recurringWork());
            recurringWork.addAll(sesV2.recurringWork());
            configuration
                    .jobsKept()
                    .ifPresent(kept -> kinds.stream()
                            .filter(JobKind::isForgettable)
                            .forEach(kind -> recurringWork.add(new JobHistory(database, clock, kind, kept))));
            Jobs jobs = parts.add(
                    Jobs.start(database, kinds, recurringWork, clock, JobSettings.forThisMachine(), Entrepot::origin));

            var endpoints = new ArrayList<>(simpleDb.endpoints(jobs, authenticator, authorizer));
            var links = new ObjectLinks(credentials, clock);
            endpoints.addAll(sesV2.endpoints(jobs, authenticator, authorizer, links));
            endpoints.addAll(mailManager.endpoints(jobs, authenticator, authorizer, links));
            endpoints.addAll(cleanRoomsMl.endpoints(jobs, authenticator, authorizer));
            endpoints.add(CallerIdentity.endpoint(authenticator));
            endpoints.add(new JobsEndpoint(jobs, authenticator, authorizer, mailManager::job));
            endpoints.add(new Console(
                    new Doors(database, credentials, configuration.region(), anyone(configuration, defaultKeyPair)),
                    new Services(new LocalCalls(endpoints), jobs, objects, links, authorizer),
                    clock));
            endpoints.add(new MetricsEndpoint(configuration.showsMetrics(), metrics));
            JobMetrics.of(jobs, metrics);
            var services = new Endpoints(endpoints);
            MailMetrics.of(MailListeners.start(parts, configuration, mailManager), metrics);
            var listener = parts.add(Listener.start(
                    configuration.bind(),
                    configuration.port(),
                    HttpLimits.DEFAULT,
                    () -> true,
                    services,
                    S3Endpoint.handler(objects, credentials, S3Limits.aws()),
                    metrics));

            ClientFiles.write(configuration.stores().data(), defaultKeyPair, configuration.region(), listener.local());
            return new Entrepot(parts, services, listener.uri());
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Optional<Origin> origin() {
        return RequestContext.current()
                .map(context -> new Origin(context.caller().accessKeyId(), context.requestId()));
    }

    private static Authenticator authenticator(
            ServerConfiguration configuration, Credentials credentials, Credential anyone, InstantSource clock) {
        return switch (configuration.auth()) {
            case SIGV4 ->
                new SignatureVerifier(
                        credentials,
                        clock,
                        new SignatureSettings(SignatureSettings.DEFAULT_WINDOW, true, configuration.region()));
            case OPEN -> (request, rules) -> caller(configuration, anyone);
        };
    }

    private static Optional<Caller> anyone(ServerConfiguration configuration, Credential anyone) {
        return switch (configuration.auth()) {
            case SIGV4 -> Optional.empty();
            case OPEN -> Optional.of(caller(configuration, anyone));
        };
    }

    private static Caller caller(ServerConfiguration configuration, Credential anyone) {
        return new Caller(anyone.account(), configuration.region(), anyone.accessKeyId());
    }

    private static SimpleDbLimits simpleDbLimits(ServerConfiguration configuration) {
        return switch (configuration.limits()) {
            case SELFHOSTED -> SimpleDbLimits.SELF_HOSTED;
            case AWS -> SimpleDbLimits.AWS;
        };
    }

    private static MailManagerLimits mailManagerLimits(ServerConfiguration configuration) {
        return switch (configuration.limits()) {
            case SELFHOSTED -> MailManagerLimits.SELF_HOSTED;
            case AWS -> MailManagerLimits.AWS;
        };
    }

    private static CleanRoomsMlLimits cleanRoomsMlLimits(ServerConfiguration configuration) {
        return switch (configuration.limits()) {
            case SELFHOSTED -> CleanRoomsMlLimits.SELF_HOSTED;
            case AWS -> CleanRoomsMlLimits.AWS;
        };
    }

    private static SesV2Limits sesV2Limits(ServerConfiguration configuration) {
        return new SesV2Limits(
                new ContactLimits(configuration.contactLists()),
                switch (configuration.limits()) {
                    case SELFHOSTED -> ImportLimits.SELF_HOSTED;
                    case AWS -> ImportLimits.AWS;
                },
                new EventLimits(configuration.eventsKept()),
                switch (configuration.limits()) {
                    case SELFHOSTED -> ExportLimits.SELF_HOSTED;
                    case AWS -> ExportLimits.AWS;
                });
    }

    /** What it answers beside S3. */
    Endpoints services() {
        return services;
    }

    /** Where it listens. */
    public URI uri() {
        return uri;
    }

    /** Lets requests in flight finish, then closes the parts. */
    @Override
    public void close() {
        parts.close();
    }
}
