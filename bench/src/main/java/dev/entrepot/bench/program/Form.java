package dev.entrepot.bench.program;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A classic SimpleDB request's form. */
public record Form(Map<String, String> parameters) {
    public static final String CONTENT_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

    public Form {
        parameters = Map.copyOf(parameters);
    }

    public static Form of(String action) {
        return new Form(Map.of("Action", action, "Version", "2009-04-15"));
    }

    public static Form of(String action, String domain, String item) {
        return of(action).with(Map.of("DomainName", domain, "ItemName", item));
    }

    public Form with(Map<String, String> more) {
        var all = new TreeMap<>(parameters);
        all.putAll(more);
        return new Form(all);
    }

    @Override
    public String toString() {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** As AWS's signatures want it: a blank is %20. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
