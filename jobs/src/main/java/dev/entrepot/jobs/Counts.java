package dev.entrepot.jobs;

/**
 * How much has been done.
 *
 * @param records processed, the failed ones among them
 * @param failed records that were rejected
 * @param bytes written or read, as the kind of job has it
 */
public record Counts(long records, long failed, long bytes) {
    public static final Counts NONE = new Counts(0, 0, 0);

    public Counts plus(Counts other) {
        return new Counts(records + other.records, failed + other.failed, bytes + other.bytes);
    }
}
