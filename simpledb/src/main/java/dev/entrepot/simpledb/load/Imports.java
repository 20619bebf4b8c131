package dev.entrepot.simpledb.load;

import dev.entrepot.jobs.JobKind;
import dev.entrepot.jobs.Jobs;
import dev.entrepot.simpledb.classic.DomainLimits;
import dev.entrepot.simpledb.domain.Settler;
import dev.entrepot.simpledb.load.contract.DomainImports;
import dev.entrepot.simpledb.load.contract.ValidationException;
import dev.entrepot.storage.objects.ObjectStore;
import dev.entrepot.wire.auth.Authenticator;
import dev.entrepot.wire.auth.Authorizer;
import dev.entrepot.wire.auth.SignatureRules;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.protocol.RestJson1;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.service.BodyLimits;
import dev.entrepot.wire.service.JsonErrorSpelling;
import dev.entrepot.wire.service.ServiceEndpoint;
import dev.entrepot.wire.validation.SmithyMessages;
import java.time.InstantSource;

/** Imports into domains as a part: their kind of job and their endpoint. */
public final class Imports {
    /** Every request is a handful of short members. */
    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.kibibytes(64));

    private final ImportJob kind;

    public Imports(ObjectStore objects, InstantSource clock, DomainLimits limits, Settler settler) {
        this.kind = new ImportJob(objects, clock, limits, settler);
    }

    public JobKind<?, ?, ?> kind() {
        return kind;
    }

    public Endpoint endpoint(Jobs jobs, Authenticator authenticator, Authorizer authorizer) {
        return new ServiceEndpoint(
                new RestJson1(DomainImports.SERVICE, "/_entrepot/simpledb/"),
                new JsonErrorSpelling(
                        violations -> WireError.of(new ValidationException(SmithyMessages.of(violations)))),
                SignatureRules.version4(DomainImports.SERVICE.signingName()),
                authenticator,
                BODIES,
                new ImportService(authorizer, jobs, kind).operations());
    }
}
