package dev.entrepot.server.s3;

import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.wire.auth.Credentials;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;

/** Makes the Jetty handler that answers every request it is given as S3; nothing is answered to anonymous callers. */
public final class S3Endpoint {
    private S3Endpoint() {}

    /** The caller starts and stops the handler with its server and closes the store after that. */
    public static Handler handler(EmbeddedObjectStore store, Credentials credentials, S3Limits limits) {
        var context =
                new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS | ServletContextHandler.NO_SECURITY);
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.addServlet(new ServletHolder(new S3Servlet(store, credentials, limits)), "/*");
        return context;
    }
}
