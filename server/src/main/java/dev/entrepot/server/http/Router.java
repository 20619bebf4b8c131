package dev.entrepot.server.http;

import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers a request to the services, then to our own pages, and leaves the rest to S3. */
final class Router extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private final OwnPages ownPages;
    private final Endpoint services;
    private final HttpLimits limits;

    Router(OwnPages ownPages, Endpoint services, HttpLimits limits, Handler s3) {
        super(s3);
        this.ownPages = ownPages;
        this.services = services;
        this.limits = limits;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.BLOCKING; // the services wait for the database
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpRequest head = Exchange.head(request);
        Optional<Endpoint.Claim> claim = services.claim(head);
        if (claim.isPresent()) {
            serve(claim.get(), head, request, response, callback);
        } else if (OwnPages.owns(head.rawPath())) {
            Exchange.send(ownPages.answer(head), response, callback);
        } else {
            return super.handle(request, response, callback);
        }
        return true;
    }

    private void serve(Endpoint.Claim claim, HttpRequest head, Request request, Response response, Callback callback) {
        try {
            Optional<byte[]> body = RequestBody.read(request, claim.maxBodyBytes(), limits.body());
            if (body.isEmpty()) {
                refuse(claim.bodyTooLarge(), request, response, callback);
            } else {
                Exchange.send(claim.handle(Exchange.withBody(head, body.get())), response, callback);
            }
        } catch (BodyTooSlow e) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
        } catch (IOException e) { // the body broke off or is no HTTP; the client may still be there to be told
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
        } catch (RuntimeException e) {
            // A claim promises not to throw. The request's own text leaves out query and body, which may hold secrets.
            LOG.error("Unforeseen failure of {}", head, e);
            Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
        }
    }

    /** Answers at once, then takes in some of what the client still sends: closing earlier could cost it the answer. */
    private static void refuse(HttpResponse answer, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
        Exchange.send(answer, response, Callback.from(() -> RequestBody.drain(request, callback), callback::failed));
    }
}
