package dev.entrepot.mailmanager.mailbox;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reading has found. */
final class Found implements Findings {
    final List<FoundMessage> messages = new ArrayList<>();
    final List<String> refused = new ArrayList<>();

    static Found in(String name, byte[] file) {
        return in(name, file, MboxFormat.AUTO);
    }

    static Found in(String name, byte[] file, MboxFormat format) {
        var found = new Found();
        new MailStream(format, found).read(name, new ByteArrayInputStream(file), Optional.empty());
        return found;
    }

    static Found in(String name, String file) {
        return in(name, file.getBytes(StandardCharsets.ISO_8859_1));
    }

    List<String> texts() {
        return messages.stream()
                .map(message -> new String(message.bytes(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    List<String> places() {
        return messages.stream().map(FoundMessage::where).toList();
    }

    @Override
    public void found(FoundMessage message) {
        messages.add(message);
    }

    @Override
    public void refused(String where, String reason) {
        refused.add(where + ": " + reason);
    }

    @Override
    public void read(long bytes) {
        // of no interest here
    }
}
