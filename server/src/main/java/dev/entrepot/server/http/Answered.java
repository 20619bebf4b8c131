package dev.entrepot.server.http;

/** Is told of each request once its answer has been sent, or cannot be. */
public interface Answered {
    /**
     * @param service as requests are signed for it; {@code s3} of what no service claims
     * @param operation empty when the request named none that is known; of S3 the HTTP method
     * @param nanos from the request's head to the end of its answer
     */
    void answered(String service, String operation, int status, long nanos);
}
