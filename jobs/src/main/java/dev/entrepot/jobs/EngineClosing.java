package dev.entrepot.jobs;

/** The program stops; the part goes on from its checkpoint when it starts again, or on another node at once. */
public final class EngineClosing extends RunEnded {
    private static final long serialVersionUID = 1L;

    EngineClosing() {
        super("The job engine is closing");
    }
}
