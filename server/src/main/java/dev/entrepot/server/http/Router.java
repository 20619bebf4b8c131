package dev.entrepot.server.http;

import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.service.UnknownService;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a request to the services, then to our own pages, refuses what other services would speak, and leaves the rest to S3. */
final class Router extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final String RETRY_SECONDS = "1";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS");

    private final OwnPages ownPages;
    private final Endpoint services;
    private final Endpoint unknownServices = new UnknownService();
    private final HttpLimits limits;
    private final BodyMemory memory;
    private final Answered answered;

    Router(OwnPages ownPages, Endpoint services, HttpLimits limits, Handler s3, Answered answered) {
        super(s3);
        this.ownPages = ownPages;
        this.services = services;
        this.limits = limits;
        this.answered = answered;
        this.memory = new BodyMemory(limits.bodyBytes(), limits.bodyWait());
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.BLOCKING; // the services wait for the database
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long start = System.nanoTime();
        TimedHeadEndPoint.headComplete(request);
        HttpRequest head = Exchange.head(request);
        if (!head.header("transfer-encoding").orElse("chunked").equalsIgnoreCase("chunked")) {
            Response.writeError(request, response, callback, HttpStatus.NOT_IMPLEMENTED_501); // as RFC 9112 demands
            return true;
        }
        Optional<Endpoint.Claim> claim = services.claim(head);
        if (claim.isEmpty() && OwnPages.owns(head.rawPath())) {
            Exchange.send(ownPages.answer(head), response, callback);
            return true;
        }
        claim = claim.or(() -> unknownServices.claim(head));
        tellWhenAnswered(claim, request, response, start);
        if (claim.isEmpty()) {
            return super.handle(request, response, callback);
        }
        serve(new Claimed(claim.get(), head, request, response, callback));
        return true;
    }

    private void tellWhenAnswered(Optional<Endpoint.Claim> claim, Request request, Response response, long start) {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "";
        Request.addCompletionListener(
                request,
                _ -> answered.answered(
                        claim.map(Endpoint.Claim::service).orElse("s3"),
                        claim.map(Endpoint.Claim::operation).orElse(method),
                        response.getStatus(),
                        System.nanoTime() - start));
    }

    private record Claimed(
            Endpoint.Claim claim, HttpRequest head, Request request, Response response, Callback callback) {
        /** What the body will take in memory at most; once more if it is to be decompressed. */
        long memory() {
            int most = claim.bodyLimit().bytes();
            long unknown = head.headers().has("transfer-encoding") ? most : 0;
            long length = request.getLength() < 0 ? unknown : request.getLength();
            return head.headers().has("content-encoding") ? length + most : length;
        }

        /** Answers at once, then takes in some of what the client still sends: closing earlier could cost it the answer. */
        void refuseUnread(BodyFailure why) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            Exchange.send(
                    claim.refuse(why),
                    response,
                    Callback.from(() -> RequestBody.drain(request, callback), callback::failed));
        }

        void refuseAndClose(BodyFailure why) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            Exchange.send(claim.refuse(why), response, callback);
        }
    }

    private void serve(Claimed claimed) {
        try {
            if (!claimed.claim().bodyLimit().allows(claimed.request().getLength())) {
                claimed.refuseUnread(BodyFailure.TOO_LARGE);
                return;
            }
            var room = memory.take(claimed.memory());
            if (room.isEmpty()) {
                claimed.response().getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
                claimed.refuseUnread(BodyFailure.NO_ROOM);
                return;
            }
            try (var _ = room.get()) {
                answer(claimed);
            }
        } catch (RuntimeException e) {
            // A claim promises not to throw. The request's own text leaves out query and body, which may hold secrets.
            LOG.error("Unforeseen failure of {}", claimed.head(), e);
            Response.writeError(
                    claimed.request(), claimed.response(), claimed.callback(), HttpStatus.INTERNAL_SERVER_ERROR_500);
        }
    }

    private void answer(Claimed claimed) {
        Endpoint.Claim claim = claimed.claim();
        try {
            Optional<byte[]> body =
                    RequestBody.read(claimed.request(), claim.bodyLimit().bytes(), limits.body());
            if (body.isEmpty()) {
                claimed.refuseUnread(BodyFailure.TOO_LARGE);
            } else {
                HttpResponse answer = claim.handle(claimed.head().withBody(body.get()));
                Exchange.send(answer, claimed.response(), claimed.callback());
            }
        } catch (BodyTooSlow e) {
            claimed.refuseAndClose(BodyFailure.TOO_SLOW);
        } catch (IOException e) { // the body broke off or is no HTTP; the client may still be there to be told
            claimed.refuseAndClose(BodyFailure.BROKEN_OFF);
        }
    }
}
