package dev.entrepot.server.client;

import dev.entrepot.mailmanager.load.MessageBatch;
import dev.entrepot.mailmanager.mailbox.Findings;
import dev.entrepot.mailmanager.mailbox.FoundMessage;
import dev.entrepot.mailmanager.mailbox.MboxFormat;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Loads mail into an archive of a running server: one thread reads, others send what it has read, several batches at a time. A
 * server that goes away is waited for. Loading the same again is quick and adds only what was not there.
 */
public final class MailLoad implements Findings {
    private final BatchSender sender;
    private final ProgressDisplay display;
    private final PrintStream err;
    private final long expectedBytes;
    private MessageBatch batch = new MessageBatch();
    private long bytes;
    private long refused;

    private MailLoad(BatchSender sender, ProgressDisplay display, PrintStream err, long expectedBytes) {
        this.sender = sender;
        this.display = display;
        this.err = err;
        this.expectedBytes = expectedBytes;
    }

    /**
     * What became of the messages.
     *
     * @param duplicates were there already
     * @param expired were not loaded, for the archive does not keep messages so old
     * @param refused were not loaded, messages and other things; what and why was said
     */
    public record Loaded(long archived, long duplicates, long expired, long refused) {}

    /**
     * Loads all sources and returns when everything is on the server's disk.
     *
     * @param terminal whether {@code err} can show a bar
     * @throws ClientFailed when the server refuses, or does not answer for long; what was loaded before stays
     */
    public static Loaded load(
            ServerClient client,
            String archive,
            List<MailSource> sources,
            MboxFormat format,
            PrintStream err,
            boolean terminal) {
        try (ProgressDisplay display = terminal ? new ProgressLine(err, "Load") : new ProgressReports(err, "Load");
                var sender = new BatchSender(client, archive, display)) {
            sender.greet();
            long expected = sources.stream().mapToLong(MailSource::bytes).sum();
            var load = new MailLoad(sender, display, err, expected);
            sources.forEach(source -> source.read(format, load));
            load.send();
            sender.finish();
            load.show();
            load.sayRefused();
            return new Loaded(sender.archived(), sender.duplicates(), sender.expired(), load.refused);
        }
    }

    @Override
    public void found(FoundMessage message) {
        if (!batch.fits(message)) {
            send();
        }
        batch.add(message);
    }

    private void send() {
        if (!batch.messages().isEmpty()) {
            sender.send(batch);
            batch = new MessageBatch();
            sayRefused();
            show();
        }
    }

    private void sayRefused() {
        sender.refused().forEach(each -> refused(each.where(), each.reason()));
    }

    @Override
    public void refused(String where, String reason) {
        refused++;
        err.println(where + ": " + reason);
    }

    @Override
    public void read(long more) {
        bytes += more;
    }

    private void show() {
        long done = sender.archived() + sender.duplicates() + sender.expired();
        var progress = new JobProgress("LOADING", done, 0, bytes, expectedBytes, Optional.empty());
        synchronized (display) {
            display.show(progress);
        }
    }
}
