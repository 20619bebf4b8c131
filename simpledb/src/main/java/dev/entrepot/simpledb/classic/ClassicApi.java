package dev.entrepot.simpledb.classic;

import dev.entrepot.jobs.Jobs;
import dev.entrepot.jobs.RowRemoval;
import dev.entrepot.simpledb.classic.contract.AmazonSimpleDB;
import dev.entrepot.simpledb.domain.Settler;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.codec.QueryFlavour;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.protocol.AwsQuery;
import dev.entrepot.wire.service.BodyLimits;
import dev.entrepot.wire.service.ServiceEndpoint;
import java.time.InstantSource;

/** The classic API as a part: its endpoint. */
public record ClassicApi(
        Database database, InstantSource clock, DomainLimits limits, RowRemoval removal, Settler settler) {
    /** A batch may have 1 MB (SimpleDB dossier, section 3.9). */
    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.mebibytes(1));

    public Endpoint endpoint(
            Jobs jobs,
            ActiveExports exports,
            Authenticator authenticator,
            Authorizer authorizer,
            PageTokens pageTokens) {
        var domains = new DomainOperations(database, pageTokens, clock, limits, exports, jobs, removal);
        var service = new ClassicService(
                database, authorizer, domains, new ItemWrites(database, limits, settler), pageTokens, clock);
        return new ServiceEndpoint(
                new AwsQuery(AmazonSimpleDB.SERVICE, QueryFlavour.LEGACY, new ClassicEnvelope()),
                new ClassicErrorSpelling(),
                SignatureRules.version4Or2(AmazonSimpleDB.SERVICE.signingName()),
                authenticator,
                BODIES,
                service.operations());
    }
}
