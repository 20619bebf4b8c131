package dev.entrepot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.console.Browser.Page;
import dev.entrepot.wire.auth.Credential;
import dev.entrepot.wire.http.Headers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever is in can do what the key pair can do, so nobody else may get in, and no other site may act for who is. */
class EntranceTest {
    @TempDir
    private Path directory;

    private Stage stage;

    @BeforeEach
    void start() {
        stage = new Stage(directory);
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    @Test
    void whoeverIsNotLoggedInIsSentToLogInAndBack() {
        var browser = new Browser(stage.console);
        Page sent = browser.get("buckets/bucket?prefix=a%2F");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("location"))
                .isEqualTo(
                        "/_entrepot/console/log-in?then=%2F_entrepot%2Fconsole%2Fbuckets%2Fbucket%3Fprefix%3Da%252F");

        assertThat(browser.get(sent.header("location")).text())
                .contains("name=\"then\" value=\"/_entrepot/console/buckets/bucket?prefix=a%2F\"");
        Page in = browser.post(
                "log-in", "accessKeyId", "AKIATEST", "secretAccessKey", "secret", "then", "/_entrepot/console/buckets");
        assertThat(in.header("location")).isEqualTo("/_entrepot/console/buckets");
        assertThat(in.header("set-cookie")).contains("; Path=/_entrepot/; HttpOnly; SameSite=Strict");
        assertThat(browser.get("/_entrepot/").text()).contains("111122223333 · us-east-1");
    }

    // A link to our log-in must not end on another site, however it is spelt.
    @Test
    void nobodyIsSentElsewhereAfterLogIn() {
        for (String elsewhere :
                new String[] {"https://example.com/", "//example.com", "/_entrepot/console/\\x", "/bucket/x"}) {
            Page in = new Browser(stage.console)
                    .post("log-in", "accessKeyId", "AKIATEST", "secretAccessKey", "secret", "then", elsewhere);
            assertThat(in.header("location")).isEqualTo("/_entrepot/");
        }
    }

    @Test
    void aWrongSecretAndAnUnknownKeySayTheSame() {
        var browser = new Browser(stage.console);
        Page wrong = browser.logIn(new Credential("AKIATEST", "guess", "111122223333"));
        Page unknown = browser.logIn(new Credential("AKIANONE", "guess", "111122223333"));
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.text()).contains("No key pair has this id and this secret.");
        assertThat(wrong.headers().has("set-cookie")).isFalse();
        assertThat(message(wrong)).isEqualTo(message(unknown));
    }

    private static String message(Page page) {
        int alert = page.text().indexOf("role=\"alert\"");
        return page.text().substring(alert, page.text().indexOf("</p>", alert));
    }

    // Else a secret could be guessed at the speed of the network.
    @Test
    void afterTenWrongSecretsNotEvenTheRightOneIsLookedAtForFiveMinutes() {
        var browser = new Browser(stage.console);
        for (int i = 0; i < 10; i++) {
            assertThat(browser.logIn(new Credential("AKIATEST", "guess", "111122223333"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(browser.logIn(Stage.KEYS).status()).isEqualTo(429);
        assertThat(browser.logIn(Stage.OTHERS).status()).isEqualTo(303);
        stage.clock.advance(Duration.ofMinutes(5));
        assertThat(browser.logIn(Stage.KEYS).status()).isEqualTo(303);
    }

    @Test
    void aSessionEndsWithItsTimeAndWithItsKeyPair() {
        Browser browser = stage.browser();
        assertThat(browser.get("/_entrepot/").status()).isEqualTo(200);
        stage.clock.advance(Duration.ofHours(12));
        assertThat(browser.get("/_entrepot/").status()).isEqualTo(303);

        Browser other = stage.browser();
        stage.credentials.remove("AKIATEST");
        assertThat(other.get("/_entrepot/").status()).isEqualTo(303);
    }

    @Test
    void anAlteredCookieIsNone() {
        Browser browser = stage.browser();
        String cookie = browser.cookie;
        char last = cookie.charAt(cookie.length() - 2);
        browser.cookie = cookie.substring(0, cookie.length() - 2)
                + (last == 'A' ? 'B' : 'A')
                + cookie.charAt(cookie.length() - 1);
        assertThat(browser.get("/_entrepot/").status()).isEqualTo(303);
    }

    @Test
    void logOutForgetsTheSession() {
        Browser browser = stage.browser();
        browser.get("/_entrepot/");
        assertThat(browser.post("log-out").header("set-cookie")).contains("Max-Age=0");
        assertThat(browser.get("/_entrepot/").status()).isEqualTo(303);
    }

    @Test
    void aFormNeedsTheTokenOfItsOwnSession() {
        Browser browser = stage.browser();
        browser.token = "";
        assertThat(browser.post("buckets", "name", "made").status()).isEqualTo(403);

        Browser others = new Browser(stage.console);
        others.logIn(Stage.OTHERS);
        others.get("/_entrepot/");
        browser.token = others.token;
        assertThat(browser.post("buckets", "name", "made").status()).isEqualTo(403);

        browser.get("/_entrepot/");
        assertThat(browser.post("buckets", "name", "made").status()).isEqualTo(303);
    }

    // Log-in has no session that could have a token, yet nobody may be logged in to somebody else's account unawares.
    @Test
    void noOtherSiteMaySendForms() {
        var browser = new Browser(stage.console);
        String keys = "accessKeyId=AKIATEST&secretAccessKey=secret";
        for (Headers foreign : new Headers[] {
            Headers.of("Origin", "https://example.com"),
            Headers.of("Origin", "null"),
            Headers.of("Sec-Fetch-Site", "cross-site"),
            Headers.of("Sec-Fetch-Site", "same-site", "Origin", "http://" + Browser.HOST)
        }) {
            assertThat(browser.send("POST", "log-in", keys, foreign).status()).isEqualTo(403);
        }
        assertThat(browser.send("POST", "log-in", keys, Headers.EMPTY).status()).isEqualTo(303);
    }

    @Test
    void liveTablesOfAnEndedSessionLoadTheirPageAnew() {
        Page answer = new Browser(stage.console).send("GET", "jobs/live", "", Headers.of("HX-Request", "true"));
        assertThat(answer.header("hx-refresh")).isEqualTo("true");
    }

    @Test
    void wherePeopleNeedNotSignTheyNeedNotLogIn() {
        stage.close();
        stage = new Stage(directory.resolve("open"), Optional.of(Stage.CALLER));
        var browser = new Browser(stage.console);
        assertThat(browser.post("buckets", "name", "made").status()).isEqualTo(403); // nobody has looked at the form
        assertThat(browser.get("buckets").status()).isEqualTo(200);
        assertThat(browser.post("buckets", "name", "made").status()).isEqualTo(303);
    }
}
