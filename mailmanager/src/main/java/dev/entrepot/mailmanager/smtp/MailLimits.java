package dev.entrepot.mailmanager.smtp;

import dev.entrepot.mailmanager.ingest.Arrival;
import java.time.Duration;

/**
 * What clients may cost; messages and recipients are limited as at AWS (dossier, section 2.4).
 *
 * @param connections open at once; further ones are told to come again
 * @param recipients of one message
 * @param messageBytes of one message
 * @param memoryBytes a larger message goes to a file until it is archived
 * @param silence how long a client may say nothing
 * @param message how long a message may take from its first byte to its last
 * @param patience how many commands may bring no message on; a mistake counts as {@value #MISTAKE}
 * @param stop how long messages on their way may take to be archived when the listener stops
 */
public record MailLimits(
        int connections,
        int recipients,
        long messageBytes,
        int memoryBytes,
        Duration silence,
        Duration message,
        int patience,
        Duration stop) {
    static final int MISTAKE = 10;

    /** Five minutes of silence are what RFC 5321, section 4.5.3.2.7, grants a client. */
    public static final MailLimits DEFAULT = new MailLimits(
            256,
            100,
            Arrival.LARGEST,
            256 * 1024,
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            200,
            Duration.ofSeconds(10));
}
