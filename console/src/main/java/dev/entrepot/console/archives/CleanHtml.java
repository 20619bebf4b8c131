package dev.entrepot.console.archives;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/**
 * A message's HTML without all that acts: scripts, styles, forms, pictures (which would tell the sender of the reading) and links, whose
 * targets are shown as their titles instead.
 */
final class CleanHtml {
    private static final PolicyFactory POLICY = Sanitizers.FORMATTING
            .and(Sanitizers.BLOCKS)
            .and(Sanitizers.TABLES)
            .and(new HtmlPolicyBuilder()
                    .allowElements("pre", "hr", "address", "center", "font", "dl", "dt", "dd", "span")
                    .allowElements(
                            (element, attributes) -> {
                                int href = attributes.indexOf("href");
                                String target = href < 0 ? "" : attributes.get(href + 1);
                                attributes.clear();
                                attributes.add("title");
                                attributes.add(target);
                                return "u";
                            },
                            "a")
                    .allowAttributes("href", "title")
                    .onElements("a")
                    .allowAttributes("title")
                    .onElements("u")
                    .allowStandardUrlProtocols()
                    .toFactory());
    private static final String POLICY_HEADER =
            "sandbox; default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
                    + " 'self'";

    private CleanHtml() {}

    static String clean(String html) {
        return POLICY.sanitize(html);
    }

    /** A whole document for the frame. */
    static HttpResponse document(String html, String styleSheet) {
        String document = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Message</title>"
                + "<link rel=\"stylesheet\" href=\"" + styleSheet + "\"><body class=\"message\">" + clean(html)
                + "</body></html>";
        return new HttpResponse(
                200,
                Headers.of(
                        "Content-Type",
                        "text/html; charset=utf-8",
                        "Content-Security-Policy",
                        POLICY_HEADER,
                        "Cache-Control",
                        "no-store",
                        "Referrer-Policy",
                        "no-referrer",
                        "X-Content-Type-Options",
                        "nosniff"),
                document.getBytes(StandardCharsets.UTF_8));
    }
}
