package dev.entrepot.server.client;

import java.io.PrintStream;

/** Where there is no terminal to draw on: a line at each tenth of the way. */
final class ProgressReports implements ProgressDisplay {
    private final PrintStream err;
    private final String name;
    private long tenths;
    private boolean gone;

    ProgressReports(PrintStream err, String name) {
        this.err = err;
        this.name = name;
    }

    @Override
    public void show(JobProgress progress) {
        if (gone) {
            err.println(name + ": the server is back");
            gone = false;
        }
        long now = progress.expectedBytes() == 0 ? 0 : 10 * progress.bytes() / progress.expectedBytes();
        if (now > tenths && now < 10) {
            tenths = now;
            err.printf("%s: %d %%, %,d records%n", name, 10 * now, progress.records());
        }
    }

    @Override
    public void serverGone() {
        if (!gone) {
            err.println(name + ": the server does not answer; waiting for it");
            gone = true;
        }
    }

    @Override
    public void close() {
        // every line is complete as it is
    }
}
