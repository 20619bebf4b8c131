package dev.entrepot.sesv2.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.entrepot.sesv2.event.Records.Message;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The records are AWS's, not ours: each documented shape must be understood, with all that it tells. */
class EventRecordTest {
    private static final Message MESSAGE = Message.to("m1", "Bob@GMAIL.com");

    private static List<Event> read(String record) {
        return EventRecord.read(record.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> told(String record) {
        return read(record).stream()
                .map(event -> event.recipient() + " " + event.happening().type() + " "
                        + event.happening().at() + " " + event.happening().subType() + "|"
                        + event.happening().diagnosticCode())
                .toList();
    }

    @Test
    void everyTypeOfRecordIsUnderstood() {
        String who = "Bob@gmail.com ";
        String sent = " 2026-01-01T00:00:00Z |";
        assertThat(told(MESSAGE.send())).containsExactly(who + "SEND" + sent);
        assertThat(told(MESSAGE.delivery())).containsExactly(who + "DELIVERY 2026-01-01T00:00:05Z |");
        assertThat(told(MESSAGE.bounce("Permanent", "General")))
                .containsExactly(who + "PERMANENT_BOUNCE 2026-01-01T00:00:06Z General|smtp; 550 5.1.1 user unknown");
        assertThat(told(MESSAGE.bounce("Transient", "MailboxFull")).getFirst()).contains("TRANSIENT_BOUNCE");
        assertThat(told(MESSAGE.bounce("Undetermined", "Undetermined")).getFirst())
                .contains("UNDETERMINED_BOUNCE");
        assertThat(told(MESSAGE.complaint())).containsExactly(who + "COMPLAINT 2026-01-01T01:00:00Z |");
        assertThat(told(MESSAGE.open(7))).containsExactly(who + "OPEN 2026-01-01T00:07:00Z |");
        assertThat(told(MESSAGE.click(8))).containsExactly(who + "CLICK 2026-01-01T00:08:00Z |");
        assertThat(told(MESSAGE.record("Reject", "\"reject\":{\"reason\":\"Bad content\"}")))
                .containsExactly(who + "REJECT" + sent);
        assertThat(told(MESSAGE.record("Rendering Failure", "\"failure\":{\"errorMessage\":\"x\"}")))
                .containsExactly(who + "RENDERING_FAILURE" + sent);
        assertThat(told(MESSAGE.record("DeliveryDelay", """
                        "deliveryDelay":{"timestamp":"2026-01-01T00:00:09Z","delayType":"MailboxFull",\
                        "delayedRecipients":[{"emailAddress":"Bob@gmail.com","diagnosticCode":"421"}]}""")))
                .containsExactly(who + "DELIVERY_DELAY 2026-01-01T00:00:09Z MailboxFull|421");
        assertThat(told(MESSAGE.record(
                        "Subscription", "\"subscription\":{\"timestamp\":\"2026-01-02T00:00:00+01:00\"}")))
                .containsExactly(who + "SUBSCRIPTION 2026-01-01T23:00:00Z |");
    }

    @Test
    void theMessageIsToldWithEachEvent() {
        assertThat(read(MESSAGE.open(7)).getFirst().mail())
                .isEqualTo(new Mail("m1", Records.SENT, "ann@shop.example", "ann@shop.example", "news", "Hello", 1));
    }

    // Identities may still notify in the form from before event publishing, and SNS wraps whatever it delivers.
    @Test
    void theOlderFormAndTheEnvelopeOfSnsTellTheSameEvent() {
        String record = MESSAGE.bounce("Permanent", "General");
        List<Event> plain = read(record);
        assertThat(read(record.replace("eventType", "notificationType"))).isEqualTo(plain);
        String wrapped = JsonNodeFactory.instance
                .objectNode()
                .put("Type", "Notification")
                .put("TopicArn", "arn:aws:sns:us-east-1:123456789012:events")
                .put("Message", record)
                .toString();
        assertThat(read(wrapped)).isEqualTo(plain);
    }

    @Test
    void anOpenOfAMessageToSeveralIsAnEventOfEach() {
        String both = "{\"eventType\":\"Open\",\"open\":{\"timestamp\":\"2026-01-01T00:07:00Z\"},%s}"
                .formatted(MESSAGE.mail("\"a@x.org\",\"Bob <b@x.org>\""));
        assertThat(read(both)).extracting(Event::recipient).containsExactly("a@x.org", "b@x.org");
        assertThat(read(both).getFirst().mail().recipients()).isEqualTo(2);
    }

    @Test
    void whatIsNoEventIsRefusedWithAReason() {
        String mail = MESSAGE.mail("\"a@x.org\"");
        refused("{", "It is not JSON.");
        refused("{}", "It has no mail.messageId.");
        refused("{" + mail + "}", "It has neither eventType nor notificationType.");
        refused("{\"eventType\":\"Party\"," + mail + "}", "Its type is none that SES publishes.");
        refused("{\"eventType\":\"Delivery\"," + mail + "}", "It names no recipients.");
        refused(
                "{\"eventType\":\"Bounce\",\"bounce\":{\"bounceType\":\"Odd\"}," + mail + "}",
                "Its bounceType is none that SES publishes.");
        refused("{\"eventType\":\"Send\"," + MESSAGE.mail("\"nobody\"") + "}", "A recipient is no address.");
        refused(
                "{\"eventType\":\"Send\"," + mail.replace("2026-01-01T", "yesterday") + "}",
                "A timestamp is none, or mail.timestamp is missing.");
        refused(
                "{\"Type\":\"SubscriptionConfirmation\",\"TopicArn\":\"a\",\"Message\":\"You have chosen\"}",
                "The message in it is not JSON.");
    }

    private static void refused(String record, String reason) {
        assertThatThrownBy(() -> read(record)).isInstanceOf(RecordInvalid.class).hasMessage(reason);
    }
}
