package dev.entrepot.mailmanager.custody;

import dev.entrepot.mailmanager.audit.Audit;
import dev.entrepot.mailmanager.custody.contract.MailCustody;
import dev.entrepot.mailmanager.custody.contract.ValidationException;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.token.PageTokens;
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

/** Holds and the audit log as a part: their endpoint. */
public final class Custody {
    private Custody() {}

    public static Endpoint endpoint(
            Database database,
            InstantSource clock,
            Audit audit,
            PageTokens tokens,
            Authenticator authenticator,
            Authorizer authorizer) {
        return new ServiceEndpoint(
                new RestJson1(MailCustody.SERVICE, "/_entrepot/mail/custody/"),
                new JsonErrorSpelling(
                        violations -> WireError.of(new ValidationException(SmithyMessages.of(violations)))),
                SignatureRules.version4(MailCustody.SERVICE.signingName()),
                authenticator,
                BodyLimits.of(BodyLimit.mebibytes(1)),
                new CustodyService(authorizer, database, clock, audit, tokens).operations());
    }
}
