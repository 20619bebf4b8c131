package dev.entrepot.mailmanager.importjob;

/** A file that cannot be imported, or not to its end; the message is the job's {@code Error}. */
final class FileUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FileUnusable(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
