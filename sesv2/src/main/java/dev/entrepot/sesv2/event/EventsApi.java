package dev.entrepot.sesv2.event;

import dev.entrepot.sesv2.event.contract.PutEventsRequest;
import dev.entrepot.sesv2.event.contract.PutEventsResponse;
import dev.entrepot.sesv2.event.contract.SesEvents;
import dev.entrepot.sesv2.event.contract.SesEventsHandler;
import dev.entrepot.sesv2.event.contract.ValidationException;
import dev.entrepot.storage.Owner;
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
import dev.entrepot.wire.service.RequestContext;
import dev.entrepot.wire.service.ServiceEndpoint;
import dev.entrepot.wire.validation.SmithyMessages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** The intake of events as a part: {@code PUT /_entrepot/ses/events}. */
public final class EventsApi implements SesEventsHandler {
    /** The most that one request may bring. */
    private static final BodyLimits BODIES = BodyLimits.of(BodyLimit.mebibytes(8));

    private final Database database;
    private final Authorizer authorizer;

    public EventsApi(Database database, Authorizer authorizer) {
        this.database = database;
        this.authorizer = authorizer;
    }

    public Endpoint endpoint(Authenticator authenticator) {
        return new ServiceEndpoint(
                new RestJson1(SesEvents.SERVICE, "/_entrepot/ses/events"),
                new JsonErrorSpelling(
                        violations -> WireError.of(new ValidationException(SmithyMessages.of(violations)))),
                SignatureRules.version4(SesEvents.SERVICE.signingName()),
                authenticator,
                BODIES,
                operations());
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest input, RequestContext context) {
        var owner = new Owner(context.caller().account(), context.caller().region());
        authorizer.check(
                context.caller(),
                "entrepot:PutEvents",
                "arn:aws:ses:" + owner.region() + ":" + owner.account() + ":events");
        ByteBuffer records = input.records();
        byte[] bytes = new byte[records.remaining()];
        records.duplicate().get(bytes);
        try {
            EventIntake.Counts counts = EventIntake.take(database, owner, new ByteArrayInputStream(bytes));
            return new PutEventsResponse(counts.accepted(), counts.duplicate(), counts.rejected(), counts.rejects());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // memory does not fail to be read
        }
    }
}
