package dev.entrepot.mailmanager.smtp;

import java.util.Arrays;
import java.util.Locale;

/**
 * A line a client sent.
 *
 * @param argument what follows the verb, without white space around it
 */
record Command(Verb verb, String argument) {
    enum Verb {
        EHLO,
        HELO,
        LHLO,
        MAIL,
        RCPT,
        DATA,
        RSET,
        NOOP,
        VRFY,
        HELP,
        STARTTLS,
        QUIT,
        /** None of ours. */
        UNKNOWN;

        private static Verb of(String word) {
            return Arrays.stream(values())
                    .filter(verb -> verb != UNKNOWN && verb.name().equals(word.toUpperCase(Locale.ROOT)))
                    .findFirst()
                    .orElse(UNKNOWN);
        }
    }

    static Command of(String line) {
        int space = line.indexOf(' ');
        return space < 0
                ? new Command(Verb.of(line), "")
                : new Command(
                        Verb.of(line.substring(0, space)), line.substring(space).strip());
    }
}
