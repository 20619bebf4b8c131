package dev.entrepot.jobs;

/** This part was given up for dead and is being run again elsewhere. */
public final class PartSuperseded extends RunEnded {
    private static final long serialVersionUID = 1L;

    PartSuperseded(PartId part) {
        super("Part " + part + " runs again elsewhere");
    }
}
