package dev.entrepot.server.s3;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The request as it was signed. Its parameters are those of the query alone: the servlet API would else read a body of type
 * {@code application/x-www-form-urlencoded}, which curl sends with an upload.
 */
class SignedRequest extends HttpServletRequestWrapper {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    /** @throws IllegalArgumentException when the query is not percent-encoded */
    SignedRequest(HttpServletRequest request) {
        super(request);
        for (String pair :
                Objects.requireNonNullElse(request.getQueryString(), "").split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (!name.isEmpty()) {
                parameters.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(getHeader(name));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    @Override
    public @Nullable String getParameter(String name) {
        return parameters.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameter(name).map(value -> new String[] {value}).orElse(null);
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        var map = new LinkedHashMap<String, String[]>();
        parameters.forEach((name, value) -> map.put(name, new String[] {value}));
        return map;
    }

    List<String> headerNames() {
        return Collections.list(getHeaderNames());
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
