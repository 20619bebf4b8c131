package dev.entrepot.wire.protocol;

import dev.entrepot.wire.http.HttpRequest;
import java.util.Locale;

/** What {@code Content-Type} and {@code Accept} ask for; parameters such as {@code charset} and {@code q} are left aside. */
final class MediaTypes {
    static final String JSON = "application/json";

    private MediaTypes() {}

    /** @throws UnsupportedMediaType unless the body is of this type */
    static void require(HttpRequest request, String type) {
        if (!bare(request.header("content-type").orElse("")).equals(type)) {
            throw new UnsupportedMediaType("The Content-Type of this request must be " + type);
        }
    }

    /** @throws NotAcceptable when the caller takes other types only */
    static void requireAccepted(HttpRequest request, String type) {
        boolean any = true;
        for (String line : request.headers().all("accept")) {
            for (String range : line.split(",")) {
                if (covers(bare(range), type)) {
                    return;
                }
                any = false;
            }
        }
        if (!any) {
            throw new NotAcceptable(type);
        }
    }

    private static boolean covers(String range, String type) {
        return range.equals(type)
                || range.equals("*/*")
                || range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1));
    }

    private static String bare(String value) {
        int parameters = value.indexOf(';');
        return (parameters < 0 ? value : value.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
