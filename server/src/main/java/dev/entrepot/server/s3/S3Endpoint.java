package dev.entrepot.server.s3;

import dev.entrepot.storage.objects.EmbeddedObjectStore;
import dev.entrepot.wire.auth.Credentials;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;

/** Makes the Jetty handler that answers every request it is given as S3; nothing is answered to anonymous callers. */
public final class S3Endpoint {
    /** In S3's paths these are parts of keys, which never become file names as they are. */
    private static final UriCompliance URI_COMPLIANCE = UriCompliance.DEFAULT.with(
            "S3",
            Violation.AMBIGUOUS_EMPTY_SEGMENT,
            Violation.AMBIGUOUS_PATH_ENCODING,
            Violation.AMBIGUOUS_PATH_PARAMETER,
            Violation.AMBIGUOUS_PATH_SEGMENT,
            Violation.AMBIGUOUS_PATH_SEPARATOR,
            Violation.SUSPICIOUS_PATH_CHARACTERS,
            Violation.UTF16_ENCODINGS);

    private S3Endpoint() {}

    /** What S3 needs of the listener: paths as they are, and header values letter by letter, since signatures cover them. */
    public static void configure(HttpConfiguration configuration) {
        configuration.setUriCompliance(URI_COMPLIANCE);
        configuration.setHeaderCacheCaseSensitive(true);
    }

    /** The caller starts and stops the handler with its server and closes the store after that. */
    public static Handler handler(EmbeddedObjectStore store, Credentials credentials, S3Limits limits) {
        var context =
                new ServletContextHandler("/", ServletContextHandler.NO_SESSIONS | ServletContextHandler.NO_SECURITY);
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        context.addServlet(new ServletHolder(new S3Servlet(store, credentials, limits)), "/*");
        return context;
    }
}
