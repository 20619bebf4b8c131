package dev.entrepot.e2e.ses;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Event records as SES publishes them, about mail sent a while ago. */
public final class EventFiles {
    /** When the first message was sent. */
    public static final Instant SENT =
            Instant.now().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(2));

    private EventFiles() {}

    public static String send(int message, String recipient) {
        return record("Send", "\"send\":{}", message, recipient);
    }

    public static String delivery(int message, String recipient) {
        String detail = "\"delivery\":{\"timestamp\":\"%s\",\"recipients\":[\"%s\"],\"smtpResponse\":\"250 ok\"}";
        return record("Delivery", detail.formatted(sent(message).plusSeconds(3), recipient), message, recipient);
    }

    public static String bounce(int message, String recipient) {
        String detail = "\"bounce\":{\"timestamp\":\"%s\",\"bounceType\":\"Permanent\",\"bounceSubType\":\"General\","
                + "\"feedbackId\":\"b%d\",\"bouncedRecipients\":[{\"emailAddress\":\"%s\",\"diagnosticCode\":\"550\"}]}";
        return record("Bounce", detail.formatted(sent(message).plusSeconds(4), message, recipient), message, recipient);
    }

    public static String open(int message, String recipient) {
        String detail = "\"open\":{\"timestamp\":\"%s\",\"ipAddress\":\"192.0.2.1\",\"userAgent\":\"Mail\"}";
        return record("Open", detail.formatted(sent(message).plusSeconds(60)), message, recipient);
    }

    private static Instant sent(int message) {
        return SENT.plusMillis(message);
    }

    private static String record(String type, String detail, int message, String recipient) {
        return """
                {"eventType":"%s",%s,"mail":{"timestamp":"%s","messageId":"m%07d","source":"ann@shop.example",\
                "sourceArn":"arn:aws:ses:us-east-1:123456789012:identity/shop.example","destination":["%s"],\
                "commonHeaders":{"subject":"Offer %d"},"tags":{"ses:configuration-set":["news"]}}}
                """.formatted(type, detail, sent(message), message, recipient, message);
    }
}
