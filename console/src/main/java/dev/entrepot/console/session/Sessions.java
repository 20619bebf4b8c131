package dev.entrepot.console.session;

import dev.entrepot.storage.token.PageTokens;
import dev.entrepot.wire.auth.Caller;
import dev.entrepot.wire.auth.Credentials;
import dev.entrepot.wire.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/** Gives out session cookies and reads them back. */
public final class Sessions {
    static final Duration LIFETIME = Duration.ofHours(12);

    private static final String COOKIE = "entrepot-console";
    private static final String CONTEXT = "console session";
    private static final String FORMS = "console forms of ";
    private static final byte[] NOTHING = {};
    private static final int FIELDS = 4;

    private final PageTokens seals;
    private final Credentials credentials;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(PageTokens seals, Credentials credentials, InstantSource clock) {
        this.seals = seals;
        this.credentials = credentials;
        this.clock = clock;
    }

    /** Its cookie's value. */
    public String open(Caller caller) {
        String what = String.join(
                "\n",
                caller.accessKeyId(),
                caller.region(),
                "" + clock.instant().plus(LIFETIME).getEpochSecond(),
                Long.toHexString(random.nextLong())); // no two sessions have the same form token
        return seals.issue(CONTEXT, what.getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing when there is no cookie, or one that was not given out here, is too old, or whose key pair is gone. */
    public Optional<Session> of(HttpRequest request) {
        return request.headers().all("cookie").stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .flatMap(cookie -> read(cookie.substring(COOKIE.length() + 1)).stream())
                .findFirst();
    }

    /** The session that a cookie's value stands for. */
    public Optional<Session> read(String cookie) {
        return seals.read(CONTEXT, cookie)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n"))
                .filter(fields -> fields.length == FIELDS)
                .filter(fields -> clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(fields[2]))))
                .flatMap(fields -> credentials
                        .find(fields[0])
                        .map(credential -> new Caller(credential.account(), fields[1], credential.accessKeyId())))
                .map(caller -> new Session(caller, seals.issue(FORMS + cookie, NOTHING)));
    }

    /** The header that keeps a session, until the browser closes. */
    public static String keep(String cookie, boolean overTls) {
        return COOKIE + "=" + cookie + "; Path=/_entrepot/; HttpOnly; SameSite=Strict" + (overTls ? "; Secure" : "");
    }

    /** The header that ends it. */
    public static String forget() {
        return COOKIE + "=; Path=/_entrepot/; HttpOnly; SameSite=Strict; Max-Age=0";
    }
}
