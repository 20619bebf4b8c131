package dev.entrepot.wire.service;

import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.http.Headers;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a handler knows of a request beside its input.
 *
 * @param host as the caller reached the server, for links back to it: {@code 127.0.0.1:4566}
 * @param extensions the values of header fields by lower-case name
 * @param requestId the UUID that the answer carries
 */
public record RequestContext(Caller caller, String host, Map<String, String> extensions, String requestId) {
    private static final ScopedValue<RequestContext> CURRENT = ScopedValue.newInstance();

    /** Header fields that begin like this are our own additions to AWS's APIs. */
    private static final String EXTENSION = "x-entrepot-";

    public RequestContext {
        extensions = Map.copyOf(extensions);
    }

    /** Of the request that this thread is answering; for what is noted beside the work, never for the work itself. */
    public static Optional<RequestContext> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    <T> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    static RequestContext of(Caller caller, Headers headers, String requestId) {
        Map<String, String> extensions = new HashMap<>();
        headers.forEach((name, value) -> {
            String lowerCase = name.toLowerCase(Locale.ROOT);
            if (lowerCase.startsWith(EXTENSION)) {
                extensions.put(lowerCase, value);
            }
        });
        return new RequestContext(caller, headers.first("host").orElse(""), extensions, requestId);
    }

    /** @param name in lower case: {@code x-entrepot-protect-unsubscribed} */
    public Optional<String> extension(String name) {
        return Optional.ofNullable(extensions.get(name));
    }
}
