package dev.entrepot.mailmanager.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read of a message decides what a search finds, so it must be what a person would read (dossier, section 2.2). */
class MessageReaderTest {
    // [18]
    @Test
    void headersAreUnfoldedAndDecoded() {
        MessageSummary summary = summary("""
                Subject: =?utf-8?B?w5xiZXJz?=
                 =?utf-8?B?aWNodA==?=  of   all
                From: "Doe, J." <j@x.org>
                To: a@x.org
                To: b@y.org
                Message-ID: <1@x.org>
                Date: Mon, 1 Jan 2024 00:00:00 +0000
                Received: from one
                Received: from two
                X-Mailer: M

                """);
        assertThat(summary.header(SummaryHeader.SUBJECT)).contains("Übersicht of all");
        assertThat(summary.header(SummaryHeader.FROM)).contains("\"Doe, J.\" <j@x.org>");
        assertThat(summary.header(SummaryHeader.TO)).contains("a@x.org, b@y.org");
        assertThat(summary.header(SummaryHeader.MESSAGE_ID)).contains("<1@x.org>");
        assertThat(summary.header(SummaryHeader.DATE)).contains("Mon, 1 Jan 2024 00:00:00 +0000");
        assertThat(summary.received()).containsExactly("from one", "from two");
        assertThat(summary.header(SummaryHeader.CC)).isEmpty();
        assertThat(summary.addresses()).isEmpty();
    }

    // A search for an address must not miss it because of how it is spelt.
    @Test
    void anAddressSpeltOddlyIsKeptAsOneWouldWriteIt() {
        MessageSummary summary = summary("From: J (the boss) <j @ (home) x.org>\n\n");
        assertThat(summary.addresses()).containsEntry(SummaryHeader.FROM, List.of("j@x.org"));
    }

    @Test
    void eightBitHeadersAreUtf8OrElseLatin1() {
        assertThat(MessageReader.summary(
                                new ByteArrayInputStream("Subject: Grüße\n\n".getBytes(StandardCharsets.UTF_8)))
                        .header(SummaryHeader.SUBJECT))
                .contains("Grüße");
        assertThat(MessageReader.summary(
                                new ByteArrayInputStream("Subject: Grüße\n\n".getBytes(StandardCharsets.ISO_8859_1)))
                        .header(SummaryHeader.SUBJECT))
                .contains("Grüße");
    }

    // [19]
    @Test
    void aLogoIsNoAttachmentButAPdfIs() {
        String logo = "Content-Type: image/png; name=logo.png\nContent-Disposition: inline; filename=logo.png\n"
                + "Content-ID: <logo>\n\nx\n";
        String pdf = "Content-Type: application/pdf; name=a.pdf\n\nx\n";
        String signature = "Content-Type: application/pgp-signature; name=signature.asc\n\nx\n";
        String forwarded = "Content-Type: message/rfc822\n\nSubject: inner\n\nx\n";
        String calendar = "Content-Type: text/calendar; name=invite.ics\n\nx\n";
        String declared = "Content-Type: text/plain\nContent-Disposition: Attachment\n\nx\n";
        assertThat(summary(multipart("related", logo)).attachments()).isFalse();
        assertThat(summary(multipart("signed", signature)).attachments()).isFalse();
        assertThat(summary(multipart("alternative", calendar)).attachments()).isFalse();
        assertThat(summary(multipart("mixed", calendar)).attachments()).isTrue();
        assertThat(summary(multipart("mixed", logo, pdf)).attachments()).isTrue();
        assertThat(summary(multipart("mixed", forwarded)).attachments()).isTrue();
        assertThat(summary(multipart("mixed", declared)).attachments()).isTrue();
        assertThat(summary(pdf).attachments()).isTrue();
    }

    // [31]
    @Test
    void theTextsAreThoseOneWouldReadFirst() {
        MessageText text = text(multipart(
                "mixed",
                "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe\n",
                "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGI+aGk8L2I+\n",
                "Content-Type: text/plain\nContent-Disposition: attachment\n\nsecret\n"));
        assertThat(text.plain()).contains("Grüße");
        assertThat(text.html()).contains("<b>hi</b>");
        assertThat(text.malformed()).isFalse();

        MessageText cut = text(multipart("mixed", "Content-Type: text/plain\n\nas far as it goes")
                .replace("--b--\n", ""));
        assertThat(cut.plain()).hasValueSatisfying(plain -> assertThat(plain).startsWith("as far as it goes"));
        assertThat(cut.malformed()).isTrue();
    }

    // Each of these has brought some mail server down.
    @Test
    @Timeout(30)
    void hostileMessagesCostLittle() {
        List<String> hostile = List.of(
                "X: y\n".repeat(100_000) + "Subject: found\n\n",
                "Subject: found\nX: " + "y".repeat(20_000_000) + "\n\n",
                "Subject: found\n" + nested(5_000),
                "Subject: found\n" + multipart("mixed", "\n").replace("--b\n", "--b\n\n".repeat(1_000_000)),
                "Subject: found\nTo: " + "a@x.org, ".repeat(1_000_000) + "\n\n",
                "Subject: found\nTo: " + "(".repeat(60_000) + "a @ x.org\n\n",
                "Subject: found\nTo: " + "<".repeat(30_000) + "a @ x.org" + ">".repeat(30_000) + "\n\n",
                "Subject: found\nCc: " + "=?utf-8?Q?".repeat(6_000) + "\n\n",
                "Subject: found\nCc: " + "=?".repeat(30_000) + "\n\n",
                "Subject: found\nContent-Type: multipart/mixed; boundary=" + "b".repeat(500_000) + "\n\n",
                "Subject: found\nContent-Type: text/plain; " + "a=b; ".repeat(100_000) + "\n\n",
                "Subject: found\r\n\r\n" + "\0".repeat(10_000_000));
        for (String message : hostile) {
            assertThat(summary(message).header(SummaryHeader.SUBJECT)).contains("found");
            text(message);
        }
    }

    private static String nested(int depth) {
        var message = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            message.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
        }
        return message.append("\n").append("x\n".repeat(200_000)).toString();
    }

    private static String multipart(String subtype, String... parts) {
        var message = new StringBuilder("Content-Type: multipart/" + subtype + "; boundary=b\n\n");
        for (String part : parts) {
            message.append("--b\n").append(part);
        }
        return message.append("--b--\n").toString();
    }

    private static MessageSummary summary(String message) {
        return MessageReader.summary(bytes(message));
    }

    private static MessageText text(String message) {
        return MessageReader.text(bytes(message));
    }

    private static ByteArrayInputStream bytes(String message) {
        return new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8));
    }
}
