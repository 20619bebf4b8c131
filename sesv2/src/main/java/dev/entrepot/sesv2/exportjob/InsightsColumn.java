package dev.entrepot.sesv2.exportjob;

import dev.entrepot.sesv2.event.EmailInsights;
import dev.entrepot.sesv2.event.EventType;
import dev.entrepot.sesv2.event.Happening;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The columns of an export of message insights, in their order (SES dossier, section 4.3). */
enum InsightsColumn {
    MESSAGE_ID("MessageId", insights -> insights.mail().messageId()),
    SEND_TIMESTAMP("SendTimestamp", insights -> time(insights.mail().sentAt())),
    FROM_EMAIL_ADDRESS("FromEmailAddress", insights -> insights.mail().from()),
    DESTINATION("Destination", EmailInsights::recipient),
    SUBJECT("Subject", insights -> insights.mail().subject()),
    ISP("Isp", insights -> insights.isp().name()),
    LAST_DELIVERY_EVENT("LastDeliveryEvent", insights -> type(insights.lastDelivery())),
    LAST_DELIVERY_TIMESTAMP("LastDeliveryTimestamp", insights -> time(insights.lastDelivery())),
    BOUNCE_TYPE("BounceType", insights -> bounceType(insights.lastBounce())),
    BOUNCE_SUB_TYPE("BounceSubType", insights -> text(insights.lastBounce(), Happening::subType)),
    DIAGNOSTIC_CODE("DiagnosticCode", insights -> text(insights.lastBounce(), Happening::diagnosticCode)),
    LAST_ENGAGEMENT_EVENT("LastEngagementEvent", insights -> type(insights.lastEngagement())),
    LAST_ENGAGEMENT_TIMESTAMP("LastEngagementTimestamp", insights -> time(insights.lastEngagement()));

    static final List<String> TITLES =
            Arrays.stream(values()).map(column -> column.title).toList();

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String title;
    private final Function<EmailInsights, String> value;

    InsightsColumn(String title, Function<EmailInsights, String> value) {
        this.title = title;
        this.value = value;
    }

    static List<Cell> row(EmailInsights insights) {
        return Arrays.stream(values())
                .map(column -> Cell.of(column.value.apply(insights)))
                .toList();
    }

    private static String text(Optional<Happening> happening, Function<Happening, String> text) {
        return happening.map(text).orElse("");
    }

    private static String type(Optional<Happening> happening) {
        return text(happening, each -> each.type().name());
    }

    private static String time(Optional<Happening> happening) {
        return text(happening, each -> time(each.at()));
    }

    /** As all of SES's records have it. */
    private static String time(Instant moment) {
        return MILLISECONDS.format(moment);
    }

    private static String bounceType(Optional<Happening> bounce) {
        return text(bounce, each -> switch (each.type()) {
            case EventType.PERMANENT_BOUNCE -> "Permanent";
            case EventType.TRANSIENT_BOUNCE -> "Transient";
            default -> "Undetermined";
        });
    }
}
