package dev.entrepot.sesv2.event;

import java.time.Instant;

/** Event records in the shapes of the SES developer guide, a line each. */
public final class Records {
    /** When every message here was sent. */
    public static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");

    private Records() {}

    /** A message to one recipient. */
    public record Message(String id, String from, String recipient, String configurationSet, String subject) {
        public static Message to(String id, String recipient) {
            return new Message(id, "ann@shop.example", recipient, "news", "Hello");
        }

        public Message by(String configurationSetNow) {
            return new Message(id, from, recipient, configurationSetNow, subject);
        }

        public Message from(String fromNow) {
            return new Message(id, fromNow, recipient, configurationSet, subject);
        }

        public Message subject(String subjectNow) {
            return new Message(id, from, recipient, configurationSet, subjectNow);
        }

        public String send() {
            return record("Send", "\"send\":{}");
        }

        public String delivery() {
            return record("Delivery", """
                    "delivery":{"timestamp":"2026-01-01T00:00:05.000Z","processingTimeMillis":5000,\
                    "recipients":["%s"],"smtpResponse":"250 ok","reportingMTA":"mta.example.com"}""".formatted(recipient));
        }

        /** @param type Permanent, Transient or Undetermined */
        public String bounce(String type, String subType) {
            return record("Bounce", """
                    "bounce":{"bounceType":"%s","bounceSubType":"%s","bouncedRecipients":[{"emailAddress":"%s",\
                    "action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],\
                    "timestamp":"2026-01-01T00:00:06.000Z","feedbackId":"b-%s"}""".formatted(type, subType, recipient, id));
        }

        public String complaint() {
            return record("Complaint", """
                    "complaint":{"complainedRecipients":[{"emailAddress":"%s"}],"feedbackId":"c-%s",\
                    "timestamp":"2026-01-01T01:00:00.000Z","complaintSubType":null,\
                    "complaintFeedbackType":"abuse"}""".formatted(recipient, id));
        }

        public String open(int minute) {
            return record("Open", """
                    "open":{"ipAddress":"192.0.2.1","timestamp":"2026-01-01T00:%02d:00.000Z","userAgent":"Mail"}""".formatted(minute));
        }

        public String click(int minute) {
            return record("Click", """
                    "click":{"ipAddress":"192.0.2.1","link":"http://shop.example/a","linkTags":null,\
                    "timestamp":"2026-01-01T00:%02d:00.000Z","userAgent":"Mail"}""".formatted(minute));
        }

        public String record(String type, String detail) {
            return "{\"eventType\":\"%s\",%s,%s}\n".formatted(type, detail, mail("\"" + recipient + "\""));
        }

        /** @param destination JSON texts */
        public String mail(String destination) {
            String tags = configurationSet.isEmpty()
                    ? ""
                    : ",\"tags\":{\"ses:configuration-set\":[\"%s\"]}".formatted(configurationSet);
            return """
                    "mail":{"timestamp":"%s","messageId":"%s","source":"Ann <%s>",\
                    "sourceArn":"arn:aws:ses:us-east-1:123456789012:identity/%s","destination":[%s],\
                    "commonHeaders":{"from":["Ann <%s>"],"subject":"%s"}%s}""".formatted(SENT, id, from, from, destination, from, subject, tags);
        }
    }
}
