package dev.entrepot.wire.service;

import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.protocol.UnsupportedMediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * Undoes what {@code Content-Encoding} says was done to a body: gzip once, as SDKs do for operations with large inputs, or
 * nothing. Signatures cover the body as sent, so this comes after them (wire dossier, section 2.3).
 */
final class ContentCoding {
    private ContentCoding() {}

    /**
     * The same request with its body as it was before it was compressed.
     *
     * @throws BodyTooLarge when the decompressed body is larger than the limit; no more than the limit is ever in memory
     * @throws MalformedInput when the body is not gzip, or breaks off
     * @throws UnsupportedMediaType when another coding is stated, or several are
     */
    static HttpRequest undo(HttpRequest request, BodyLimit limit) {
        if (request.body().length == 0 || !request.headers().has("content-encoding")) {
            return request;
        }
        String codings = String.join(",", request.headers().all("content-encoding"));
        return switch (codings.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> request;
            case "gzip", "x-gzip" -> request.withBody(gunzip(request.body(), limit));
            default -> throw new UnsupportedMediaType("The Content-Encoding of this request must be gzip or none");
        };
    }

    private static byte[] gunzip(byte[] body, BodyLimit limit) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] plain = in.readNBytes(limit.bytes() + 1);
            if (!limit.allows(plain.length)) {
                throw new BodyTooLarge(limit);
            }
            return plain;
        } catch (IOException e) {
            throw new MalformedInput("The request body is not gzip, as its Content-Encoding says");
        }
    }
}
