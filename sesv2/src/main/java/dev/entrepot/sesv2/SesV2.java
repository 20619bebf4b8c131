package dev.entrepot.sesv2;

import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RecurringWork;
import dev.entrepot.sesv2.contact.ContactsApi;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.event.EventRetention;
import dev.entrepot.sesv2.event.EventsApi;
import dev.entrepot.sesv2.exportjob.ExportsApi;
import dev.entrepot.sesv2.importjob.ImportRules;
import dev.entrepot.sesv2.importjob.ImportsApi;
import dev.entrepot.sesv2.importjob.contract.ImportDryRuns;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.sesv2.suppression.SuppressionOperations;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Migrations;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.ObjectLinks;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.codec.JsonFlavour;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.protocol.Protocol;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.service.BodyLimits;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.JsonErrorSpelling;
import dev.entrepot.wire.service.ServiceEndpoint;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** SES v2 as a part: its tables, its kinds of job, its endpoint. */
public final class SesV2 {
    /** The tables the database must have. */
    public static final Migrations MIGRATIONS =
            Migrations.of("sesv2", "V1__contacts_and_suppression.sql", "V2__events.sql");

    /** A contact's attributes are the largest thing to send. */
    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.mebibytes(1));

    private final Database database;
    private final InstantSource clock;
    private final SesV2Limits limits;
    private final ContactsApi contacts;
    private final ImportsApi imports;
    private final ExportsApi exports;

    /** @param protectUnsubscribed whether no import takes back an opt-out */
    public SesV2(
            Database database,
            ObjectStore objects,
            InstantSource clock,
            SesV2Limits limits,
            boolean protectUnsubscribed) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.contacts = new ContactsApi(database, clock, limits.contacts());
        this.imports = new ImportsApi(database, objects, clock, new ImportRules(limits.imports(), protectUnsubscribed));
        this.exports = new ExportsApi(database, objects, clock, limits.exports());
    }

    public List<JobKind<?, ?, ?>> jobKinds() {
        var kinds = new ArrayList<JobKind<?, ?, ?>>(imports.kinds());
        kinds.add(contacts.kind());
        kinds.add(exports.kind());
        return kinds;
    }

    public List<RecurringWork> recurringWork() {
        return limits.events().kept().stream()
                .<RecurringWork>map(kept -> new EventRetention(database, clock, kept))
                .toList();
    }

    /**
     * @param jobs an engine that knows {@link #jobKinds()} and does {@link #recurringWork()}
     * @param links to what jobs have written
     */
    public List<Endpoint> endpoints(Jobs jobs, Authenticator authenticator, Authorizer authorizer, ObjectLinks links) {
        var access = new Access(authorizer);
        var pageTokens = PageTokens.of(database);
        List<BoundOperation<?, ?>> operations = Stream.of(
                        contacts.operations(jobs, access, pageTokens),
                        new SuppressionOperations(database, clock, access, pageTokens).all(),
                        imports.operations(jobs, access, pageTokens, links),
                        exports.operations(jobs, access, pageTokens, links))
                .flatMap(List::stream)
                .toList();
        return List.of(
                endpoint(
                        new RestJson1(SESv2.SERVICE, "/v2/email/", JsonFlavour.LENIENT_REST),
                        SESv2.SERVICE,
                        authenticator,
                        operations),
                endpoint(
                        new RestJson1(ImportDryRuns.SERVICE, "/_entrepot/ses/import-dry-runs"),
                        ImportDryRuns.SERVICE,
                        authenticator,
                        imports.dryRuns(jobs, authorizer)),
                new EventsApi(database, authorizer).endpoint(authenticator));
    }

    private static Endpoint endpoint(
            Protocol protocol, Service service, Authenticator authenticator, List<BoundOperation<?, ?>> operations) {
        return new ServiceEndpoint(
                protocol,
                new JsonErrorSpelling(ConstraintErrors::spell),
                SignatureRules.version4(service.signingName()),
                authenticator,
                BODIES,
                operations);
    }
}
