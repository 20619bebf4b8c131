package dev.entrepot.mailmanager.load;

import dev.entrepot.mailmanager.ingest.Arrivals;
import dev.entrepot.mailmanager.load.contract.MailLoads;
import dev.entrepot.mailmanager.load.contract.ValidationException;
import dev.entrepot.storage.database.Database;
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

/** Loads of mailboxes as a part: their endpoint. */
public final class Loads {
    private static final BodyLimits BODIES = BodyLimits.of(new BodyLimit(MessageBatch.MOST_BYTES));

    private Loads() {}

    public static Endpoint endpoint(
            Database database,
            Arrivals arrivals,
            InstantSource clock,
            Authenticator authenticator,
            Authorizer authorizer) {
        return new ServiceEndpoint(
                new RestJson1(MailLoads.SERVICE, "/_entrepot/mail/"),
                new JsonErrorSpelling(
                        violations -> WireError.of(new ValidationException(SmithyMessages.of(violations)))),
                SignatureRules.version4(MailLoads.SERVICE.signingName()),
                authenticator,
                BODIES,
                new LoadService(authorizer, database, arrivals, clock).operations());
    }
}
