package dev.entrepot.sesv2.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A record as SES publishes it (SES developer guide, "Contents of event data"): its events, one a recipient it is about. The older form of
 * notifications and the envelope in which SNS delivers either are understood too. A record that names no recipients of its own, such as
 * that of an open, is about all that the message was sent to.
 */
final class EventRecord {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_DIAGNOSTIC = 1_000;
    private static final int LONGEST_MARK = 8_192;

    private final JsonNode record;
    private final Mail mail;
    private final List<Event> events = new ArrayList<>();

    private EventRecord(JsonNode record) {
        this.record = record;
        this.mail = MailNode.read(record.path("mail"));
    }

    /** @throws RecordInvalid for what is none */
    static List<Event> read(byte[] json) {
        JsonNode record = tree(json);
        if (record.path("Message").isTextual() && record.has("TopicArn")) {
            record = tree(record.path("Message").textValue());
        }
        var read = new EventRecord(record);
        read.events();
        if (read.events.isEmpty()) {
            throw new RecordInvalid("It names no recipients.");
        }
        return read.events;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new RecordInvalid("It is not JSON.");
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new RecordInvalid("The message in it is not JSON.");
        }
    }

    private void events() {
        String type =
                record.path("eventType").asText(record.path("notificationType").asText());
        switch (type) {
            case "Send" -> toAll(EventType.SEND, record.path("send"), "");
            case "Delivery" -> delivery(record.path("delivery"));
            case "Bounce" -> bounce(record.path("bounce"));
            case "Complaint" -> complaint(record.path("complaint"));
            case "Open" -> toAll(EventType.OPEN, record.path("open"), "");
            case "Click" -> toAll(EventType.CLICK, record.path("click"), text(record.path("click"), "link"));
            case "Reject" -> toAll(EventType.REJECT, record.path("reject"), "");
            case "DeliveryDelay" -> delay(record.path("deliveryDelay"));
            case "Rendering Failure", "RenderingFailure" ->
                toAll(EventType.RENDERING_FAILURE, record.path("failure"), "");
            case "Subscription" -> toAll(EventType.SUBSCRIPTION, record.path("subscription"), "");
            case "" -> throw new RecordInvalid("It has neither eventType nor notificationType.");
            default -> throw new RecordInvalid("Its type is none that SES publishes.");
        }
    }

    private void toAll(EventType type, JsonNode node, String link) {
        String mark = link + "\n" + text(node, "ipAddress") + "\n" + text(node, "userAgent");
        for (JsonNode recipient : record.path("mail").path("destination")) {
            add(recipient, new Happening(type, moment(node), "", ""), mark);
        }
    }

    private void delivery(JsonNode node) {
        for (JsonNode recipient : node.path("recipients")) {
            add(recipient, new Happening(EventType.DELIVERY, moment(node), "", ""), "");
        }
    }

    private void bounce(JsonNode node) {
        EventType type = switch (text(node, "bounceType")) {
            case "Permanent" -> EventType.PERMANENT_BOUNCE;
            case "Transient" -> EventType.TRANSIENT_BOUNCE;
            case "Undetermined" -> EventType.UNDETERMINED_BOUNCE;
            default -> throw new RecordInvalid("Its bounceType is none that SES publishes.");
        };
        for (JsonNode bounced : node.path("bouncedRecipients")) {
            var happening = new Happening(type, moment(node), text(node, "bounceSubType"), diagnostic(bounced));
            add(bounced.path("emailAddress"), happening, text(node, "feedbackId"));
        }
    }

    private void complaint(JsonNode node) {
        for (JsonNode complained : node.path("complainedRecipients")) {
            var happening = new Happening(EventType.COMPLAINT, moment(node), text(node, "complaintSubType"), "");
            add(complained.path("emailAddress"), happening, text(node, "feedbackId"));
        }
    }

    private void delay(JsonNode node) {
        for (JsonNode delayed : node.path("delayedRecipients")) {
            var happening =
                    new Happening(EventType.DELIVERY_DELAY, moment(node), text(node, "delayType"), diagnostic(delayed));
            add(delayed.path("emailAddress"), happening, text(node, "delayType"));
        }
    }

    private void add(JsonNode recipient, Happening happening, String mark) {
        events.add(Event.of(mail, MailNode.address(MailNode.text(recipient, LONGEST_MARK)), happening, mark));
    }

    /** Some records tell no moment of their own. */
    private Instant moment(JsonNode node) {
        return node.has("timestamp") ? MailNode.moment(node.path("timestamp")) : mail.sentAt();
    }

    private static String diagnostic(JsonNode recipient) {
        return MailNode.text(recipient.path("diagnosticCode"), LONGEST_DIAGNOSTIC);
    }

    private static String text(JsonNode node, String name) {
        return MailNode.text(node.path(name), LONGEST_MARK);
    }
}
