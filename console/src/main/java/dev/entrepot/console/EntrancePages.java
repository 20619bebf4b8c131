package dev.entrepot.console;

import dev.entrepot.console.session.LogIn;
import dev.entrepot.console.session.LogIn.Outcome;
import dev.entrepot.console.session.Sessions;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Form;
import dev.entrepot.console.web.Frame;
import dev.entrepot.console.web.Route;
import dev.entrepot.storage.Owner;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;

/** The way in and the way out. */
final class EntrancePages {
    static final String LOG_IN = Route.at("log-in");
    static final String LOG_OUT = Route.at("log-out");

    private static final String OVERVIEW = "/_entrepot/";

    private final Sessions sessions;
    private final LogIn logIn;
    private final String region;

    EntrancePages(Sessions sessions, LogIn logIn, String region) {
        this.sessions = sessions;
        this.logIn = logIn;
        this.region = region;
    }

    HttpResponse logIn(HttpRequest request, Frame frame, Rendering rendering) {
        boolean post = request.method().equals("POST");
        Fields form = post ? Form.of(request).fields() : Fields.parse(request.rawQuery());
        String then = form.find("then").orElse(OVERVIEW);
        if (!post) {
            return rendering.render(frame, page(200, new LogInView("", region, ours(then), "")));
        }
        String id = form.find("accessKeyId").orElse("").strip();
        String secret = form.find("secretAccessKey").orElse("").strip();
        String wanted = form.find("region").orElse(region).strip();
        var again = new LogInView(id, wanted, ours(then), "");
        if (!isRegion(wanted)) {
            return rendering.render(frame, page(400, again.saying("A region is named like us-east-1.")));
        }
        return switch (logIn.attempt(id, secret)) {
            case Outcome.Wrong _ ->
                rendering.render(frame, page(403, again.saying("No key pair has this id and this secret.")));
            case Outcome.TooManyAttempts _ ->
                rendering.render(frame, page(429, again.saying("Too many attempts. Try again in five minutes.")));
            case Outcome.Welcome(Credential credential) -> {
                var caller = new Caller(credential.account(), wanted, credential.accessKeyId());
                yield Rendering.withCookie(
                        Rendering.seeOther(ours(then)), Sessions.keep(sessions.open(caller), isOverTls(request)));
            }
        };
    }

    /** A live part of a page cannot be sent on; its page is then sent for anew. */
    HttpResponse sendToLogIn(HttpRequest request) {
        if (request.headers().has("hx-request")) {
            return new HttpResponse(200, Headers.of("HX-Refresh", "true"), new byte[0]);
        }
        boolean get = request.method().equals("GET");
        String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
        return Rendering.seeOther(Fields.link(LOG_IN, "then", get ? request.rawPath() + query : ""));
    }

    static HttpResponse logOut() {
        return Rendering.withCookie(Rendering.seeOther(LOG_IN), Sessions.forget());
    }

    /** As a proxy in front tells. */
    static boolean isOverTls(HttpRequest request) {
        return request.header("x-forwarded-proto").filter("https"::equals).isPresent();
    }

    private static Answer page(int status, LogInView view) {
        return new Answer.Shown(status, "log-in.jte", view);
    }

    /** Nobody is sent elsewhere by a link to our log-in. */
    private static String ours(String address) {
        return address.startsWith(Route.ROOT) && !address.contains("\\") ? address : OVERVIEW;
    }

    private static boolean isRegion(String text) {
        try {
            return !new Owner("000000000000", text).region().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
