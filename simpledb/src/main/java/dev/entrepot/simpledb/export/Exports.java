package dev.entrepot.simpledb.export;

import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.classic.ActiveExports;
import dev.entrepot.simpledb.export.contract.SimpleDBv2;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.storage.token.ClientTokens;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.service.BodyLimits;
import dev.entrepot.wire.service.JsonErrorSpelling;
import dev.entrepot.wire.service.ServiceEndpoint;
import java.time.InstantSource;

/** SimpleDBv2 as a part: its kind of job and its endpoint. */
public final class Exports {
    /** Every request is a handful of short members. */
    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.kibibytes(64));

    private final Database database;
    private final InstantSource clock;
    private final ExportJob kind;

    public Exports(Database database, ObjectStore objects, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.kind = new ExportJob(database, objects, clock, DataFileSize.DEFAULT);
    }

    public JobKind<?, ?, ?> kind() {
        return kind;
    }

    /** Tells the classic API which domains are being exported. */
    public ActiveExports active(Jobs jobs) {
        return (handle, owner, domainName) -> jobs.active(handle, owner, kind, domainName);
    }

    public Endpoint endpoint(
            Jobs jobs, Authenticator authenticator, Authorizer authorizer, PageTokens pageTokens, ExportLimits limits) {
        var service = new ExportService(
                authorizer,
                jobs,
                kind,
                clock,
                new ExportStart(jobs, kind, new ClientTokens(clock), clock, limits),
                new ExportList(database, jobs, kind, pageTokens, clock));
        return new ServiceEndpoint(
                new RestJson1(SimpleDBv2.SERVICE, "/v2/"),
                new JsonErrorSpelling(ParameterRules::spell),
                SignatureRules.version4(SimpleDBv2.SERVICE.signingName()),
                authenticator,
                BODIES,
                service.operations());
    }
}
