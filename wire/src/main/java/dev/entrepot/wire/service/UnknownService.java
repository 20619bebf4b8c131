package dev.entrepot.wire.service;

import dev.entrepot.wire.http.BodyFailure;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.Endpoint;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.util.Optional;

/**
 * Answers requests that speak an AWS protocol other than S3's to a service that is not here. To be asked after all services; what
 * it leaves is S3's.
 */
public final class UnknownService implements Endpoint {
    @Override
    public Optional<Claim> claim(HttpRequest head) {
        return Dialect.of(head).map(UnknownClaim::new);
    }

    /** Nothing depends on the body or on who asks, so neither is looked at. */
    private record UnknownClaim(Dialect dialect) implements Claim {
        @Override
        public String service() {
            return "unknown";
        }

        @Override
        public BodyLimit bodyLimit() {
            return BodyLimit.NO_BODY;
        }

        @Override
        public HttpResponse handle(HttpRequest request) {
            return dialect.unknownService();
        }

        @Override
        public HttpResponse refuse(BodyFailure why) {
            return dialect.unknownService();
        }
    }
}
