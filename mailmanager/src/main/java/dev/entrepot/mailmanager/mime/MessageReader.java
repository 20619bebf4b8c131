package dev.entrepot.mailmanager.mime;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;

/** Reads messages as far as they can be read; never fails because of what they hold. */
public final class MessageReader {
    private MessageReader() {}

    /** Reads the headers, and of the body no more than it takes to tell whether there are attachments. */
    public static MessageSummary summary(InputStream message) {
        var visitor = new SummaryVisitor();
        PartWalk.run(message, DecodeMonitor.SILENT, visitor);
        return visitor.summary();
    }

    /** Reads the texts that a person would read first (dossier, section 1.4). */
    public static MessageText text(InputStream message) {
        var complaints = new Complaints();
        var visitor = new TextVisitor();
        boolean whole = PartWalk.run(message, complaints, visitor);
        return new MessageText(visitor.plain(), visitor.html(), !whole || complaints.any);
    }

    /**
     * Reads a journal report as Exchange and WorkMail send it (dossier, section 4.2).
     *
     * @param attached gets the bytes of the message that the report is about, as far as there is one
     * @return what the report says of it; nothing for a message that is no such report
     */
    public static Optional<String> journal(InputStream message, OutputStream attached) {
        var visitor = new JournalVisitor(attached);
        return PartWalk.run(message, DecodeMonitor.SILENT, visitor) ? visitor.text() : Optional.empty();
    }

    /** Lets the parser go on, and remembers that the message breaks the standard. */
    private static final class Complaints extends DecodeMonitor {
        private boolean any;

        @Override
        public boolean warn(String error, String dropDesc) {
            any = true;
            return false;
        }

        @Override
        public boolean isListening() {
            return true;
        }
    }
}
