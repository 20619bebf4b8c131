package dev.entrepot.cleanroomsml.generation;

import dev.entrepot.jobs.Counts;
import dev.entrepot.jobs.PartRun;
import java.util.function.DoubleConsumer;

/** Tells the engine how far a ranking is, as users of the model. */
final class Ranked implements DoubleConsumer {
    private final PartRun<?, ?> run;
    private final int users;
    private long told;

    Ranked(PartRun<?, ?> run, int users) {
        this.run = run;
        this.users = users;
    }

    @Override
    public void accept(double done) {
        long now = (long) (done * users);
        run.progress(new Counts(now - told, 0, 0));
        told = now;
    }
}
