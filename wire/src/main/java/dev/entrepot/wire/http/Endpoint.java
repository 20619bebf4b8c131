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
        /** The most bytes of body the operation takes; the listener reads no further. */
        int maxBodyBytes();

        /** Answers the whole request; never throws. */
        HttpResponse handle(HttpRequest request);

        /** The answer to a body larger than {@link #maxBodyBytes()}, in the caller's protocol. */
        HttpResponse bodyTooLarge();
    }
}
