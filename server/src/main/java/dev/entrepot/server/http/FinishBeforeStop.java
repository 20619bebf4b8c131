package dev.entrepot.server.http;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;

/** Counts requests in flight, so that a stop can wait for them. */
final class FinishBeforeStop extends GracefulHandler {
    FinishBeforeStop(Handler handler) {
        super(handler);
    }

    /**
     * A request that comes over an open connection while others finish is still served: a refusal here could not be worded
     * in the caller's protocol. The connector closes each connection after its answer, so this ends.
     */
    @Override
    protected void handleShutdownRejection(Request request, Response response, Callback callback) {
        try {
            if (!getHandler().handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }
}
