package dev.entrepot.mailmanager.export;

/**
 * How exports lie in their buckets (dossier, section 3.2). The form is kept with each export, so a new one is for those that begin after it.
 *
 * @param sidecars whether status, manifest, errors and checksums lie beside the messages; without them every object is mail or
 *     metadata that was asked for
 */
public record ExportForm(Folder folder, Format format, boolean sidecars) {
    public static final ExportForm DEFAULT = new ExportForm(Folder.SHARED, Format.EML, true);

    /** Whether an export makes a folder of its own where it is sent to. */
    public enum Folder {
        SHARED,
        PER_EXPORT
    }

    /** What the messages are written as. */
    public enum Format {
        /** Each an object. */
        EML(1_000, 32),
        /** Some thousands a mailbox. */
        MBOXRD(5_000, 128),
        /** Some thousands a zip file. */
        ZIP(5_000, 128);

        private final int messages;
        private final int mebibytes;

        Format(int messages, int mebibytes) {
            this.messages = messages;
            this.mebibytes = mebibytes;
        }

        /** The most messages of a part. */
        int partMessages() {
            return messages;
        }

        /** So much of them ends a part. */
        int partKibibytes() {
            return mebibytes * 1024;
        }
    }
}
