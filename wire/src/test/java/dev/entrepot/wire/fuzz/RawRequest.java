package dev.entrepot.wire.fuzz;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Bytes as a request, as far as the listener lets them through: a request line, header lines, an empty line, the body. */
final class RawRequest {
    private RawRequest() {}

    /** Empty for what no listener would hand on. */
    static Optional<HttpRequest> parse(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n\n");
        String[] lines = (end < 0 ? text : text.substring(0, end)).split("\n", -1);
        String[] first = lines[0].split(" ", -1);
        if (first.length != 2 || first[0].isEmpty() || !first[1].startsWith("/")) {
            return Optional.empty();
        }
        var headers = Headers.builder();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            if (colon < 1 || line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
                return Optional.empty();
            }
            headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
        }
        int query = first[1].indexOf('?');
        var request = new HttpRequest(
                first[0],
                query < 0 ? first[1] : first[1].substring(0, query),
                query < 0 ? "" : first[1].substring(query + 1),
                headers.build(),
                end < 0 ? new byte[0] : Arrays.copyOfRange(input, end + 2, input.length));
        return Optional.of(request).filter(any -> any.headers().all("host").size() < 2);
    }
}
