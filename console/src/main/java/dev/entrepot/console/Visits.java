package dev.entrepot.console;

import dev.entrepot.console.session.Attempts;
import dev.entrepot.console.session.LogIn;
import dev.entrepot.console.session.Session;
import dev.entrepot.console.session.Sessions;
import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Assets;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Form;
import dev.entrepot.console.web.Frame;
import dev.entrepot.console.web.NotFound;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lets visitors in, finds their page, and guards every form: one must come from a page of ours and bear its session's token. */
final class Visits {
    static final String CSRF = "csrf";

    private final List<Route> routes;
    private final Sessions sessions;
    private final Doors doors;
    private final EntrancePages entrance;
    private final Rendering rendering = new Rendering();

    private Visits(List<Route> routes, Sessions sessions, Doors doors, EntrancePages entrance) {
        this.routes = routes;
        this.sessions = sessions;
        this.doors = doors;
        this.entrance = entrance;
    }

    static Visits of(Doors doors, Services services, InstantSource clock) {
        var sessions = new Sessions(PageTokens.of(doors.database()), doors.credentials(), clock);
        var entrance = new EntrancePages(sessions, new LogIn(doors.credentials(), new Attempts(clock)), doors.region());
        return new Visits(Pages.all(services, clock), sessions, doors, entrance);
    }

    /** Whether the request is of a visitor who is logged in; its head tells. */
    boolean isKnown(HttpRequest head) {
        return sessions.of(head).isPresent();
    }

    HttpResponse answer(HttpRequest request) {
        Optional<HttpResponse> asset =
                request.method().equals("GET") ? Assets.find(request.rawPath()) : Optional.empty();
        if (asset.isPresent()) {
            return asset.get();
        }
        Optional<Session> session = sessions.of(request);
        if (session.isEmpty() && doors.anyone().isPresent()) {
            String cookie = sessions.open(doors.anyone().get());
            return Rendering.withCookie(
                    answer(request, sessions.read(cookie)), Sessions.keep(cookie, EntrancePages.isOverTls(request)));
        }
        return answer(request, session);
    }

    private HttpResponse answer(HttpRequest request, Optional<Session> session) {
        var frame = new Frame(session, rendering.nonce(), path(request));
        return rendering.guarded(frame, request, () -> {
            boolean post = request.method().equals("POST");
            if (post) {
                SameOrigin.check(request);
            }
            if (path(request).equals(EntrancePages.LOG_IN)) {
                return entrance.logIn(request, frame, rendering);
            }
            if (session.isEmpty()) {
                return entrance.sendToLogIn(request);
            }
            Form form = post ? Form.of(request) : Form.NONE;
            if (post) {
                checkToken(form.fields(), session.get());
            }
            if (post && path(request).equals(EntrancePages.LOG_OUT)) {
                return EntrancePages.logOut();
            }
            return rendering.render(frame, page(request, form, session.get()));
        });
    }

    private Answer page(HttpRequest request, Form form, Session session) {
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        for (Route route : routes) {
            Optional<Map<String, String>> steps =
                    route.method().equals(method) ? route.steps(path(request)) : Optional.empty();
            if (steps.isPresent()) {
                var visit = new Visit(
                        session,
                        steps.get(),
                        Fields.parse(request.rawQuery()),
                        form.fields(),
                        form.file(),
                        request.header("host").orElse(""),
                        UUID.randomUUID().toString());
                return route.page().answer(visit);
            }
        }
        throw new NotFound("There is no such page.");
    }

    /** The entrances are one page. */
    private static String path(HttpRequest request) {
        return request.rawPath().startsWith(Route.ROOT) ? request.rawPath() : Route.ROOT;
    }

    private static void checkToken(Fields form, Session session) {
        byte[] given = form.find(CSRF).orElse("").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, session.csrf().getBytes(StandardCharsets.UTF_8))) {
            throw new Forged("This form is of another session. Go back, load the page again and send it once more.");
        }
    }
}
