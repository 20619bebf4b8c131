package dev.entrepot.mailmanager.mailbox;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's path as Maildir sees it.
 *
 * @param message whether it lies in {@code cur} or {@code new}
 * @param unfinished whether it is being written, in {@code tmp}, by whoever delivers it
 * @param delivered when that was: a message's name begins with the time, in seconds
 */
record MaildirName(boolean message, boolean unfinished, Optional<Instant> delivered) {
    private static final Pattern PATH =
            Pattern.compile(".*?(?:^|/)(cur|new|tmp)/([0-9]{1,10})?(\\.)?[^/]*", Pattern.DOTALL);

    static MaildirName of(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return new MaildirName(false, false, Optional.empty());
        }
        Optional<Instant> delivered = matcher.group(3) == null
                ? Optional.empty()
                : Optional.ofNullable(matcher.group(2)).map(Long::parseLong).map(Instant::ofEpochSecond);
        boolean temporary = matcher.group(1).equals("tmp");
        return new MaildirName(!temporary, temporary && delivered.isPresent(), delivered);
    }
}
