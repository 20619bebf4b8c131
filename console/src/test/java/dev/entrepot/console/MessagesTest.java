package dev.entrepot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.console.Browser.Page;
import dev.entrepot.mailmanager.contract.CreateArchiveRequest;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery;
import dev.entrepot.mailmanager.pack.Content;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail is written by strangers, some of whom would like to run in the reader's browser or at least to know that they are read. */
class MessagesTest {
    private static final String MESSAGE = """
        From: stranger@example.com
        To: reader@example.com
        Subject: An offer
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=x

        --x
        Content-Type: text/plain

        Plain <b>words</b>
        --x
        Content-Type: text/html

        <h1 onclick="alert(1)">Hello</h1><script>alert(1)</script><style>body{background:url(http://example.com/)}</style>
        <img src="http://example.com/pixel.gif"><a href="http://example.com/offer" target="_top">here</a>
        <form action="http://example.com/"><input name="password"></form><iframe src="http://example.com/"></iframe>
        <p style="position:fixed">Bye</p><svg onload="alert(1)"></svg><meta http-equiv="refresh" content="0;http://example.com/">
        --x--
        """;

    @TempDir
    private Path directory;

    private Stage stage;
    private Browser browser;
    private String archive;

    @BeforeEach
    void start() {
        stage = new Stage(directory);
        browser = stage.browser();
        archive = stage.call(
                        MailManagerSvc.CREATE_ARCHIVE,
                        CreateArchiveRequest.builder().archiveName("letters").build())
                .archiveId();
    }

    @AfterEach
    void stop() {
        stage.close();
    }

    private String archived(String message) {
        byte[] bytes = message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var arrival = new Arrival(Content.of(bytes), stage.clock.instant(), Delivery.UNKNOWN, false);
        return stage.mailManager
                .arrivals()
                .archive(archive, List.of(arrival))
                .getFirst()
                .id()
                .toString();
    }

    @Test
    void anArchiveIsFoundFromTheListAndLeadsToItsMessages() {
        assertThat(browser.get("archives").text()).contains("letters", archive);
        assertThat(browser.get("archives/" + archive).text()).contains("<h1>letters</h1>", "six months");
        String id = archived(MESSAGE);
        assertThat(browser.get("messages?id=" + id).header("location")).isEqualTo("/_entrepot/console/messages/" + id);
    }

    @Test
    void aSearchFindsAMessageAndTheLogTellsWhoLooked() {
        String id = archived(MESSAGE);
        browser.get("archives/" + archive);
        Page search = browser.submit(
                "archives/" + archive + "/search",
                "from",
                "2025-12-31",
                "to",
                "2026-01-01",
                "SUBJECT",
                "offer",
                "attachments",
                "IS_FALSE",
                "most",
                "10");
        assertThat(search.text())
                .contains("Received from 2025-12-31 00:00:00 to 2026-01-02 00:00:00 UTC")
                .contains("subject contains &#34;offer&#34;, has no attachments".replace("&#34;", "\""));
        String address = browser.get("archives/" + archive)
                .text()
                .replaceAll("(?s).*href=\"(/_entrepot/console/searches/[^\"]*)\".*", "$1");
        assertThat(browser.await(address, "state completed").text())
                .contains("stranger@example.com", ">An offer</a>", "/_entrepot/console/messages/" + id)
                .doesNotContain("hx-get");
        browser.get("messages/" + id);
        assertThat(browser.get("audit").text())
                .contains("AKIATEST", "<td>StartArchiveSearch</td>", "<td>GetArchiveMessageContent</td>", id);
    }

    @Test
    void anExportIsAJobWithItsFiles() {
        String id = archived(MESSAGE);
        browser.get("archives/" + archive);
        Page started = browser.submit(
                "archives/" + archive + "/export",
                "from",
                "2025-12-31",
                "to",
                "2026-01-01",
                "destination",
                "s3://bucket/letters/");
        String job = started.text().replaceAll("(?s).*href=\"(/_entrepot/console/jobs/[^\"]*)\".*", "$1");
        assertThat(browser.await(job, "state succeeded").text()).contains("s3://bucket/letters/");
        assertThat(browser.get("buckets/bucket?prefix=letters/").text()).contains(id + ".eml");
    }

    @Test
    void messagesThatWereFoundAreHeldUntilTheHoldIsReleased() {
        archived(MESSAGE);
        browser.get("archives/" + archive);
        Page search = browser.submit(
                "archives/" + archive + "/search", "from", "2025-12-31", "to", "2026-01-01", "most", "10");
        String address = search.text().replaceAll("(?s).*hx-get=\"([^\"]*)/live\".*", "$1");
        if (address.contains("<")) { // it was over at once
            address = browser.get("archives/" + archive)
                    .text()
                    .replaceAll("(?s).*href=\"(/_entrepot/console/searches/[^\"]*)\".*", "$1");
        }
        browser.await(address, "Hold these messages");
        Page held = browser.submit(address + "/hold", "reason", "Case 7");
        assertThat(held.text()).contains("<td>Case 7</td><td>messages</td><td class=\"n\">1</td>");
        assertThat(browser.get("archives/" + archive).text()).contains(">1 in force</a>");

        Page question = browser.get(held.link("Release</a>"));
        assertThat(question.text()).contains("<h1>Release the hold?</h1>");
        String form = question.text().replaceAll("(?s).*<form method=\"post\" action=\"([^\"]*/release)\".*", "$1");
        assertThat(browser.submit(form).text()).doesNotContain(">Release</a>");
        assertThat(browser.get("archives/" + archive).text()).contains(">none in force</a>");
    }

    @Test
    void aWholeArchiveOrATimeCanBeHeld() {
        archived(MESSAGE);
        String holds = "archives/" + archive + "/holds";
        assertThat(browser.get(holds).text()).contains("No holds.");
        assertThat(browser.submit(holds, "reason", "All of it").text()).contains("<td>All of it</td><td>archive</td>");
        assertThat(browser.submit(holds, "reason", "December", "from", "2025-12-01", "to", "2025-12-31")
                        .text())
                .contains("received from 2025-12-01 00:00:00 to 2025-12-31 23:59:59</td><td class=\"n\">0</td>");
        assertThat(browser.post(holds, "reason", "Soon", "from", "soon").status())
                .isEqualTo(400);
    }

    @Test
    void aDayThatIsNoneIsSaid() {
        browser.get("archives/" + archive);
        Page refused = browser.post("archives/" + archive + "/search", "from", "soon", "to", "2026-01-01", "most", "1");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("A day is written like 2026-11-21.");
    }

    @Test
    void aMessageIsShownAsTextAndInAFrameThatCanDoNothing() {
        Page page = browser.get("messages/" + archived(MESSAGE));
        assertThat(page.text())
                .contains("Plain &lt;b&gt;words&lt;/b&gt;", "<iframe class=\"message\" sandbox src=", "/html\"")
                .contains("/_entrepot/messages/");
    }

    @Test
    void nothingOfTheHtmlRunsLoadsOrSends() {
        Page frame = browser.get("messages/" + archived(MESSAGE) + "/html");
        assertThat(frame.header("content-security-policy"))
                .startsWith("sandbox; default-src 'none'")
                .doesNotContain("unsafe");
        String body = frame.text().substring(frame.text().indexOf("<body"));
        assertThat(body)
                .contains("<h1>Hello</h1>", "<u title=\"http://example.com/offer\">here</u>", "<p>Bye</p>")
                .doesNotContainIgnoringCase(
                        "script", "onclick", "onload", "style=", "<img", "<form", "<input", "<iframe", "href", "<svg",
                        "<meta");
    }
}
