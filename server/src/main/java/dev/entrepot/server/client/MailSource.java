package dev.entrepot.server.client;

import dev.entrepot.mailmanager.mailbox.Findings;
import dev.entrepot.mailmanager.mailbox.MailFiles;
import dev.entrepot.mailmanager.mailbox.MboxFormat;

/** Where mail lies that is to be loaded. */
public interface MailSource {
    /** How many there are to be read. */
    long bytes();

    void read(MboxFormat format, Findings findings);

    static MailSource of(MailFiles files) {
        return new MailSource() {
            @Override
            public long bytes() {
                return files.bytes();
            }

            @Override
            public void read(MboxFormat format, Findings findings) {
                files.read(format, findings);
            }
        };
    }
}
