package dev.entrepot.mailmanager.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pax puts before a file whose name no tar header can hold. */
final class PaxRecords {
    private static final Pattern PATH = Pattern.compile("(?:^|\n)[0-9]{1,8} path=([^\n]*)\n");

    private PaxRecords() {}

    static Optional<String> path(byte[] records) {
        Matcher path = PATH.matcher(new String(records, StandardCharsets.UTF_8));
        return path.find() ? Optional.of(path.group(1)) : Optional.empty();
    }
}
