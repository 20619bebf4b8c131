package dev.entrepot.mailmanager.smtp;

import java.util.Locale;

/** How clients deliver. */
public enum MailProtocol {
    /** One reply a message. */
    SMTP,
    /** One reply a recipient. */
    LMTP;

    /** As a word in names. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
