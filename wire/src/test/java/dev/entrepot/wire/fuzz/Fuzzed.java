package dev.entrepot.wire.fuzz;

/** Where the fuzzer enters, in a process that {@link Fuzzer} has started for one target. */
public final class Fuzzed {
    static final String TARGET = "entrepot.fuzz.target";

    private static final Target CHOSEN = Target.valueOf(System.getProperty(TARGET));

    private Fuzzed() {}

    /** Called by the fuzzer, which looks for this name. */
    public static void fuzzerTestOneInput(byte[] input) {
        CHOSEN.check(input);
    }
}
