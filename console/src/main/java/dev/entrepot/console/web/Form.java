package dev.entrepot.console.web;

import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A form as a browser sent it. */
public record Form(Fields fields, Optional<Upload> file) {
    /** Of a page that is only looked at. */
    public static final Form NONE = new Form(new Fields(Map.of()), Optional.empty());

    /** @throws BadForm when it is none */
    public static Form of(HttpRequest request) {
        return hasFile(request)
                ? Multipart.parse(request.header("content-type").orElse(""), request.body())
                : new Form(Fields.parse(new String(request.body(), StandardCharsets.UTF_8)), Optional.empty());
    }

    /** Whether the form is of the kind that files can come with; its head tells. */
    public static boolean hasFile(HttpRequest head) {
        return head.header("content-type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(Multipart.TYPE))
                .isPresent();
    }
}
