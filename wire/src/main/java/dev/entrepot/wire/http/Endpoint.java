package dev.entrepot.wire.http;

import java.util.Optional;

/** The AWS services behind one listener. */
public interface Endpoint {
    /**
     * Decides from method, target and headers alone whether a request is for one of the services, before any of its body is
     * read.
     *
     * @param head the request with an empty body
     * @return empty when no service claims it, so that it may be S3's
     */
    Optional<Claim> claim(HttpRequest head);

    /** A request that one service has claimed. */
    interface Claim {
        /** The service's name as requests are signed for it; our own pages are {@code entrepot}. */
        default String service() {
            return "entrepot";
        }

        /** The operation that is asked for; empty until that is known, and for one that is unknown. */
        default String operation() {
            return "";
        }

        /** How large the operation's body may be; the listener reads no further. */
        BodyLimit bodyLimit();

        /** Answers the whole request; never throws. */
        HttpResponse handle(HttpRequest request);

        /** Answers, in the caller's protocol, a request whose body is not there to be handled; never throws. */
        HttpResponse refuse(BodyFailure why);
    }
}
