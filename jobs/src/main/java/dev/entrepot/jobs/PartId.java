package dev.entrepot.jobs;

import java.util.UUID;

/** One part of one job. Its text form names its task in the queue. */
record PartId(JobId job, int number) {
    static PartId parse(String text) {
        int slash = text.indexOf('/');
        return new PartId(
                new JobId(UUID.fromString(text.substring(0, slash))), Integer.parseInt(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return job + "/" + number;
    }
}
