package dev.entrepot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a browser does without scripts: keeps the cookie, sends forms with the token of the page they stand in, follows redirects. */
final class Browser {
    static final String HOST = "127.0.0.1:4566";

    private static final Headers OURS = Headers.of("Origin", "http://" + HOST, "Sec-Fetch-Site", "same-origin");
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]*)\"");
    private static final Pattern JOB = Pattern.compile("<th scope=\"row\">Job</th><td><code>([^<]*)");
    private static final int LOOKS = 600;

    private final Console console;
    String cookie = "";
    String token = "";

    Browser(Console console) {
        this.console = console;
    }

    /** An answer as its reader sees it. */
    record Page(int status, Headers headers, String text) {
        String header(String name) {
            return headers.first(name).orElse("");
        }

        /** The address of the job that the page shows. */
        String job() {
            Matcher found = JOB.matcher(text);
            assertThat(found.find()).describedAs("a job in\n" + text).isTrue();
            return "jobs/" + found.group(1);
        }

        /** Where the first link goes whose text begins like this. */
        String link(String begin) {
            int end = text.indexOf(">" + begin);
            assertThat(end).describedAs("a link " + begin + " in\n" + text).isPositive();
            int href = text.lastIndexOf("href=\"", end) + "href=\"".length();
            return text.substring(href, text.indexOf('"', href)).replace("&amp;", "&");
        }
    }

    Page logIn(Credential keys) {
        return post(
                "/_entrepot/console/log-in",
                "accessKeyId",
                keys.accessKeyId(),
                "secretAccessKey",
                keys.secretAccessKey());
    }

    /** Of one address, relative to the console or absolute. */
    Page get(String address) {
        Page page = send("GET", address, "", Headers.EMPTY);
        Matcher found = TOKEN.matcher(page.text);
        if (found.find()) {
            token = found.group(1);
        }
        return page;
    }

    /** A form, with the token of the page that was last looked at. */
    Page post(String address, String... namesAndValues) {
        var form = new StringBuilder("csrf=").append(token);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&').append(namesAndValues[i]).append('=');
            form.append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return send("POST", address, form.toString(), OURS);
    }

    /** A form with a file. */
    Page upload(String address, String fileName, String content, String... namesAndValues) {
        var form = new StringBuilder(part("name=\"csrf\"", token));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(part("name=\"" + namesAndValues[i] + '"', namesAndValues[i + 1]));
        }
        String file = "name=\"file\"; filename=\"" + fileName + "\"\r\nContent-Type: text/csv";
        form.append(part(file, content)).append("--x--\r\n");
        var headers = Headers.builder().add("Content-Type", "multipart/form-data; boundary=x");
        OURS.forEach(headers::add);
        return send("POST", address, form.toString(), headers.build());
    }

    private static String part(String disposition, String content) {
        return "--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    /** A form, and the page that it leads to. */
    Page submit(String address, String... namesAndValues) {
        Page answer = post(address, namesAndValues);
        assertThat(answer.status).describedAs(answer.text).isEqualTo(303);
        return get(answer.header("location"));
    }

    /** Looks at a page again and again until it says something. */
    Page await(String address, String text) {
        for (int look = 0; look < LOOKS; look++) {
            Page page = get(address);
            if (page.text.contains(text)) {
                return page;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("Never says '" + text + "':\n" + get(address).text);
    }

    Page send(String method, String address, String body, Headers more) {
        String[] target = (address.startsWith("/") ? address : "/_entrepot/console/" + address).split("\\?", 2);
        var headers = Headers.builder().add("Host", HOST);
        if (!cookie.isEmpty()) {
            headers.add("Cookie", "theme=dark; " + cookie);
        }
        more.forEach(headers::add);
        var request = new HttpRequest(
                method,
                target[0],
                target.length == 1 ? "" : target[1],
                headers.build(),
                body.getBytes(StandardCharsets.UTF_8));
        HttpResponse answer = console.claim(request).orElseThrow().handle(request);
        answer.headers().first("set-cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return new Page(answer.status(), answer.headers(), new String(answer.body(), StandardCharsets.UTF_8));
    }
}
