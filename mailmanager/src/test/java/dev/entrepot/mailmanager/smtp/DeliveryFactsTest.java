package dev.entrepot.mailmanager.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Real clients deliver, and what is known of the delivery is kept with the message: the numbers are those of the dossier. */
class DeliveryFactsTest {
    // [30]
    @OnEveryDatabase
    void jakartaMailDeliversOverTls(TestDatabase test) throws IOException, MessagingException {
        try (var server = MailStage.smtp(test).encrypting(TestCertificate.server())) {
            var properties = new Properties();
            properties.setProperty("mail.smtp.localhost", "client.example");
            properties.setProperty("mail.smtp.starttls.required", "true");
            properties.setProperty("mail.smtp.from", "envelope@x.org");
            properties.put(
                    "mail.smtp.ssl.socketFactory", TestCertificate.client().getSocketFactory());
            var session = Session.getInstance(properties);
            var message = new MimeMessage(session);
            message.setFrom("a@x.org");
            message.setRecipients(RecipientType.TO, server.recipient());
            message.setRecipients(RecipientType.BCC, server.archive + "@hidden.example");
            message.setSubject("\u00dcbersicht");
            message.setText(".\r\n..\r\nfrom the \u00fcber client\r\n.", "utf-8");
            message.setHeader("Content-Transfer-Encoding", "8bit");
            message.saveChanges();
            String reply;
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect("127.0.0.1", server.listener.port(), null, null);
                transport.sendMessage(message, message.getAllRecipients());
                reply = ((SMTPTransport) transport).getLastServerResponse();
            }
            String id = reply.strip().replaceFirst(".* ", "");
            JsonNode archived = server.message(id);
            JsonNode metadata = archived.path("Metadata");
            assertThat(metadata.path("SenderIpAddress").asText()).isEqualTo("127.0.0.1");
            assertThat(metadata.path("SenderHostname").asText()).isNotEqualTo("127.0.0.1");
            assertThat(metadata.path("TlsProtocol").asText()).isEqualTo("TLSv1.3");
            assertThat(metadata.path("TlsCipherSuite").asText()).startsWith("TLS_");
            assertThat(metadata.has("IngressPointId")).isFalse();
            assertThat(archived.path("Envelope").toString())
                    .isEqualTo("{\"Helo\":\"client.example\",\"From\":\"envelope@x.org\",\"To\":[\""
                            + server.recipient() + "\",\"" + server.archive + "@hidden.example\"]}");
            var written = new ByteArrayOutputStream();
            message.writeTo(written, new String[] {"Bcc"});
            written.writeBytes(new byte[] {'\r', '\n'});
            assertThat(server.bytes(id)).isEqualTo(written.toByteArray());
        }
    }

    @OnEveryDatabase
    void withoutTlsNothingIsSaidOfIt(TestDatabase test) throws IOException {
        try (var server = MailStage.smtp(test);
                var client = server.connect().greet()) {
            JsonNode archived = server.message(client.deliver(server.recipient(), "x\r\n"));
            assertThat(archived.path("Metadata").has("TlsProtocol")).isFalse();
            assertThat(archived.path("Metadata").has("TlsCipherSuite")).isFalse();
        }
    }

    @OnEveryDatabase
    void curlDelivers(TestDatabase test) throws IOException, InterruptedException {
        Path file = Files.createTempFile("mail", ".eml");
        try (var server = MailStage.smtp(test)) {
            String mail = "Subject: from curl\r\n\r\n.\r\n..\r\nhello\r\n";
            Files.writeString(file, mail);
            Process curl;
            try {
                curl = new ProcessBuilder(
                                "curl",
                                "--silent",
                                "--show-error",
                                "--mail-from",
                                "a@x.org",
                                "--mail-rcpt",
                                server.recipient(),
                                "--upload-file",
                                file.toString(),
                                "smtp://127.0.0.1:" + server.listener.port() + "/client.example")
                        .inheritIO()
                        .start();
            } catch (IOException e) {
                assumeTrue(false, "NOT CHECKED: there is no curl");
                return;
            }
            assertThat(curl.waitFor()).isZero();
            String id = server.onlyMessage();
            assertThat(server.bytes(id)).asString().isEqualTo(mail);
            assertThat(server.message(id).path("Envelope").path("Helo").asText())
                    .isEqualTo("client.example");
        } finally {
            Files.delete(file);
        }
    }
}
