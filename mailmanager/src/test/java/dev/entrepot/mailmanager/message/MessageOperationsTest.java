package dev.entrepot.mailmanager.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.mailmanager.ingest.Arrival;
import dev.entrepot.mailmanager.message.Delivery.Envelope;
import dev.entrepot.mailmanager.pack.Content;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single messages: the numbers are those of the dossier's section 6. */
class MessageOperationsTest {
    private static final String MAIL = "Subject: x\r\nX-Odd:\t \u00ff\r\n\r\n8-bit \u00fe\n bare line end\r\n.\r\n";

    // [29]
    @OnEveryDatabase
    void theLinkServesTheExactBytesForAQuarterOfAnHour(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = archive(stage, MAIL, Delivery.UNKNOWN);
            URI link = URI.create(get(stage, id).text("MessageDownloadLink"));

            HttpResponse download = follow(stage, link);
            assertThat(download.status()).isEqualTo(200);
            assertThat(download.body()).isEqualTo(MAIL.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(download.headers().first("content-type")).contains("message/rfc822");
            assertThat(download.headers().first("content-disposition"))
                    .contains("attachment; filename=\"" + id + ".eml\"");

            String other = archive(stage, "other", Delivery.UNKNOWN);
            assertThat(follow(stage, URI.create(link.toString().replace(id, other)))
                            .status())
                    .isEqualTo(403);
            assertThat(follow(stage, URI.create(link.toString().replaceAll("\\?.*", "")))
                            .status())
                    .isEqualTo(403);
            stage.clock.advance(Duration.ofMinutes(15));
            assertThat(follow(stage, link).status()).isEqualTo(403);
        }
    }

    // [30] What is not known stays absent.
    @OnEveryDatabase
    void whatIsKnownOfTheDeliveryIsTold(TestDatabase test) {
        var delivery = new Delivery(
                Optional.of(new Envelope(
                        Optional.of("client.example"), Optional.of("a@x.org"), List.of("b@y.org", "c@y.org"))),
                Map.of(
                        DeliveryFact.SENDER_IP_ADDRESS, "192.0.2.1",
                        DeliveryFact.TLS_PROTOCOL, "TLSv1.3",
                        DeliveryFact.TLS_CIPHER_SUITE, "TLS_AES_256_GCM_SHA384"));
        try (var stage = new Stage(test)) {
            Answer answer = get(stage, archive(stage, MAIL, delivery));
            assertThat(answer.body().path("Metadata").path("SenderIpAddress").asText())
                    .isEqualTo("192.0.2.1");
            assertThat(answer.body().path("Metadata").path("TlsProtocol").asText())
                    .isEqualTo("TLSv1.3");
            assertThat(answer.body().path("Metadata").has("IngressPointId")).isFalse();
            assertThat(answer.body().path("Metadata").path("Timestamp").asDouble())
                    .isEqualTo(stage.clock.instant().toEpochMilli() / 1000.0);
            assertThat(answer.body().path("Envelope").toString())
                    .isEqualTo("{\"Helo\":\"client.example\",\"From\":\"a@x.org\",\"To\":[\"b@y.org\",\"c@y.org\"]}");

            assertThat(get(stage, archive(stage, MAIL, Delivery.UNKNOWN)).body().has("Envelope"))
                    .isFalse();

            var sent = new Delivery(
                    Optional.empty(),
                    Map.of(
                            DeliveryFact.SENDING_METHOD, "API",
                            DeliveryFact.CONFIGURATION_SET, "news",
                            DeliveryFact.SOURCE_ARN, "arn:aws:ses:us-east-1:111122223333:configuration-set/news"));
            JsonNode facts = get(stage, archive(stage, MAIL, sent)).body().path("Metadata");
            assertThat(facts.path("SendingMethod").asText()).isEqualTo("API");
            assertThat(facts.path("ConfigurationSet").asText()).isEqualTo("news");
            assertThat(facts.path("SourceArn").asText()).endsWith(":configuration-set/news");
            assertThat(facts.has("IngressPointId")).isFalse();
        }
    }

    // [31]
    @OnEveryDatabase
    void theContentIsTheReadableText(TestDatabase test) {
        String mail =
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nhello\r\n"
                        + "--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nsecret\r\n--b--\r\n";
        try (var stage = new Stage(test)) {
            Answer answer = content(stage, archive(stage, mail, Delivery.UNKNOWN));
            assertThat(answer.body().path("Body").path("Text").asText()).isEqualTo("hello");
            assertThat(answer.body().path("Body").has("Html")).isFalse();
            assertThat(answer.body().path("Body").path("MessageMalformed").asBoolean())
                    .isFalse();

            Answer cut = content(stage, archive(stage, mail.substring(0, 90), Delivery.UNKNOWN));
            assertThat(cut.status()).isEqualTo(200);
            assertThat(cut.body().path("Body").path("MessageMalformed").asBoolean())
                    .isTrue();
        }
    }

    // [32] Not found is not modelled for messages; another account's is as unknown as none.
    @OnEveryDatabase
    void anUnknownMessageIsAnInvalidOne(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = archive(stage, MAIL, Delivery.UNKNOWN);
            for (String unknown : List.of("nonsense", "0".repeat(23), id.substring(1) + "0")) {
                assertThat(get(stage, unknown).error()).isEqualTo("ValidationException");
                assertThat(content(stage, unknown).error()).isEqualTo("ValidationException");
            }
            stage.callAs(new Owner("444455556666", "us-east-1"));
            assertThat(get(stage, id).error()).isEqualTo("ValidationException");
        }
    }

    // [9] Download is closed at once when the archive is deleted, also to links given before.
    @OnEveryDatabase
    void messagesOfADeletedArchiveAreClosed(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String archive = stage.createArchive("mine");
            String id = archive(stage, archive, MAIL, Delivery.UNKNOWN);
            URI link = URI.create(get(stage, id).text("MessageDownloadLink"));
            stage.call("DeleteArchive", "{'ArchiveId':'%s'}".formatted(archive));
            assertThat(get(stage, id).error()).isEqualTo("ValidationException");
            assertThat(content(stage, id).error()).isEqualTo("ValidationException");
            assertThat(follow(stage, link).status()).isEqualTo(404);
        }
    }

    // A customer's key that is switched off closes the archive, and on again opens it.
    @OnEveryDatabase
    void anArchiveUnderAKeyIsReadWithThatKeyAlone(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String key = stage.keyring.create(Stage.OWNER, Optional.empty()).arn();
            String archive = stage.call("CreateArchive", "{'ArchiveName':'mine','KmsKeyArn':'%s'}".formatted(key))
                    .text("ArchiveId");
            String id = archive(stage, archive, MAIL, Delivery.UNKNOWN);
            URI link = URI.create(get(stage, id).text("MessageDownloadLink"));
            assertThat(follow(stage, link).status()).isEqualTo(200);

            stage.keyring.disable(Stage.OWNER, key);
            assertThat(follow(stage, link).status()).isEqualTo(403);
            assertThat(content(stage, id).error()).isEqualTo("AccessDeniedException");
            stage.keyring.enable(Stage.OWNER, key);
            assertThat(follow(stage, link).status()).isEqualTo(200);
        }
    }

    private static String archive(Stage stage, String mail, Delivery delivery) {
        return archive(stage, stage.createArchive("a" + System.nanoTime()), mail, delivery);
    }

    private static String archive(Stage stage, String archive, String mail, Delivery delivery) {
        var content = Content.of(mail.getBytes(StandardCharsets.ISO_8859_1));
        return stage.mailManager
                .arrivals()
                .deliver(archive, new Arrival(content, stage.clock.instant(), delivery, false))
                .id()
                .toString();
    }

    private static Answer get(Stage stage, String id) {
        return stage.call("GetArchiveMessage", "{'ArchivedMessageId':'%s'}".formatted(id));
    }

    private static Answer content(Stage stage, String id) {
        return stage.call("GetArchiveMessageContent", "{'ArchivedMessageId':'%s'}".formatted(id));
    }

    private static HttpResponse follow(Stage stage, URI link) {
        assertThat(link.getHost()).isEqualTo("mail.example");
        String query = link.getRawQuery() == null ? "" : link.getRawQuery();
        return stage.send(new HttpRequest("GET", link.getRawPath(), query, Headers.EMPTY, new byte[0]));
    }
}
