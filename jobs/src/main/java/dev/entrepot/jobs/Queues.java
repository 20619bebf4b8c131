package dev.entrepot.jobs;

import dev.entrepot.storage.database.Database;

/** The two queues of the engine: steps have threads of their own, so that a short job's never wait behind long parts. */
record Queues(WorkQueue steps, WorkQueue parts) implements AutoCloseable {
    static Queues of(Database database) {
        return new Queues(new WorkQueue("scheduled_steps", database), new WorkQueue("scheduled_parts", database));
    }

    void wake() {
        steps.wake();
        parts.wake();
    }

    @Override
    public void close() {
        parts.close();
        steps.close();
    }
}
