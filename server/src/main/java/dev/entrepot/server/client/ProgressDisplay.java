package dev.entrepot.server.client;

/** Shows someone how far a job is. */
interface ProgressDisplay extends AutoCloseable {
    void show(JobProgress progress);

    /** The server does not answer; it may come back. */
    void serverGone();

    /** What was drawn is gone; what was printed stays. */
    @Override
    void close();
}
