package dev.entrepot.wire.fuzz;

import dev.entrepot.wire.codec.FormParameters;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a signature is to protect, as decoders will see it. Requests that are equal here ask for the same; spelling that the
 * signing rules leave open (order and escapes of parameters, runs of blanks, dot segments) is evened out.
 */
record SignedMeaning(String method, String path, List<String> query, List<String> headers, List<String> body) {
    /** Of version 2's requests only the host is signed beside the parameters. */
    private static final List<String> VERSION_2 = List.of("host");

    private static final List<String> VERSION_4 = List.of("host", "x-amz-content-sha256", "x-amz-date", "x-amz-target");

    static SignedMeaning of(HttpRequest request) {
        boolean version4 = request.headers().has("authorization")
                || parameters(request.rawQuery()).anyMatch(pair -> pair.startsWith("X-Amz-"));
        return new SignedMeaning(
                request.method(),
                normal(request.rawPath()),
                parameters(request.rawQuery()).toList(),
                (version4 ? VERSION_4 : VERSION_2)
                        .stream().map(name -> header(name, request)).toList(),
                version4
                        ? List.of(HexFormat.of().formatHex(request.body()))
                        : parameters(new String(request.body(), StandardCharsets.ISO_8859_1))
                                .toList());
    }

    private static Stream<String> parameters(String raw) {
        return FormParameters.parse(raw).pairs().stream()
                .filter(pair -> !pair.key().equals("Signature") && !pair.key().equals("X-Amz-Signature"))
                .map(pair -> pair.key() + "\n" + pair.value())
                .sorted();
    }

    private static String header(String name, HttpRequest request) {
        return String.join(",", request.headers().all(name))
                .replaceAll("[ \t]+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String normal(String path) {
        var segments = new ArrayDeque<String>();
        Arrays.stream(path.split("/"))
                .filter(each -> !each.isEmpty() && !each.equals("."))
                .forEach(each -> {
                    if (!each.equals("..")) {
                        segments.add(each);
                    } else if (!segments.isEmpty()) {
                        segments.removeLast();
                    }
                });
        return "/" + String.join("/", segments);
    }
}
