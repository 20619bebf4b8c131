package dev.entrepot.mailmanager.smtp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message's envelope as it grows. */
final class Transaction {
    private final MailFrom from;
    private final List<Recipient> recipients = new ArrayList<>();

    /** @param archive the id of the one it means */
    record Recipient(String address, String archive) {}

    Transaction(MailFrom from) {
        this.from = from;
    }

    MailFrom from() {
        return from;
    }

    void add(Recipient recipient) {
        recipients.add(recipient);
    }

    List<Recipient> recipients() {
        return recipients;
    }

    /** The recipients' addresses by the archives they mean. */
    Map<String, List<String>> byArchive() {
        var archives = new LinkedHashMap<String, List<String>>();
        for (Recipient recipient : recipients) {
            archives.computeIfAbsent(recipient.archive(), id -> new ArrayList<>())
                    .add(recipient.address());
        }
        return archives;
    }
}
