package dev.entrepot.mailmanager.mailbox;

/** Is told what is found in mailboxes, in the order it is read. */
public interface Findings {
    void found(FoundMessage message);

    /** @param reason a sentence that tells why what lies there is not loaded */
    void refused(String where, String reason);

    /** So many bytes more have been read, compressed as they lie there. */
    void read(long bytes);
}
