package dev.entrepot.sesv2.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The {@code mail} of a record, and the kinds of value that records have. */
final class MailNode {
    private static final int LAST_YEAR = 9_999;
    private static final int LONGEST_ID = 256;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_SUBJECT = 998;
    private static final String IDENTITY = "identity/";

    private MailNode() {}

    static Mail read(JsonNode mail) {
        String messageId = text(mail.path("messageId"), LONGEST_ID);
        if (messageId.isEmpty()) {
            throw new RecordInvalid("It has no mail.messageId.");
        }
        String from = withoutName(text(mail.path("source"), LONGEST_SUBJECT));
        return new Mail(
                messageId,
                moment(mail.path("timestamp")),
                from,
                identity(mail, from),
                text(mail.path("tags").path("ses:configuration-set").path(0), LONGEST_ID),
                text(mail.path("commonHeaders").path("subject"), LONGEST_SUBJECT),
                mail.path("destination").size());
    }

    private static String identity(JsonNode mail, String from) {
        String arn = text(mail.path("sourceArn"), LONGEST_SUBJECT);
        int at = arn.indexOf(IDENTITY);
        return at >= 0 ? arn.substring(at + IDENTITY.length()) : from.substring(from.lastIndexOf('@') + 1);
    }

    /** Cut to its length, and without what no database text can hold; empty for what is no text. */
    static String text(JsonNode node, int longest) {
        String text = node.isTextual() ? node.textValue().replace("\0", "") : "";
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    static Instant moment(JsonNode node) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(node.asText());
            if (moment.getYear() < 0 || moment.getYear() > LAST_YEAR) {
                throw new RecordInvalid("A timestamp is far from any mail.");
            }
            return moment.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new RecordInvalid("A timestamp is none, or mail.timestamp is missing.");
        }
    }

    /** An address in the form of its account: as given, its domain in lower case. */
    static String address(String given) {
        String address = withoutName(given);
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1 || address.length() > LONGEST_ADDRESS) {
            throw new RecordInvalid("A recipient is no address.");
        }
        return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }

    private static String withoutName(String address) {
        int open = address.lastIndexOf('<');
        return open >= 0 && address.endsWith(">")
                ? address.substring(open + 1, address.length() - 1).strip()
                : address.strip();
    }
}
