package dev.entrepot.mailmanager.mime;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers that a result row shows (dossier, section 2.6). */
public enum SummaryHeader {
    DATE("Date", "Date"),
    FROM("From", "From"),
    TO("To", "To"),
    CC("Cc", "Cc"),
    SUBJECT("Subject", "Subject"),
    MESSAGE_ID("MessageId", "Message-ID"),
    IN_REPLY_TO("InReplyTo", "In-Reply-To"),
    X_MAILER("XMailer", "X-Mailer"),
    X_ORIGINAL_MAILER("XOriginalMailer", "X-Original-Mailer"),
    X_PRIORITY("XPriority", "X-Priority");

    private static final Map<String, SummaryHeader> BY_FIELD =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(header -> header.field, Function.identity()));

    private final String member;
    private final String field;

    SummaryHeader(String member, String field) {
        this.member = member;
        this.field = field.toLowerCase(Locale.ROOT);
    }

    /** Its name in a result row. */
    public String member() {
        return member;
    }

    /** @param field the header field's name in lower case */
    static Optional<SummaryHeader> ofField(String field) {
        return Optional.ofNullable(BY_FIELD.get(field));
    }

    /** Whether it holds addresses, and all fields of the name count, not the first alone. */
    boolean isAddresses() {
        return this == FROM || this == TO || this == CC;
    }
}
