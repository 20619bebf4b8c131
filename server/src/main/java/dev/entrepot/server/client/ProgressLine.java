package dev.entrepot.server.client;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar in a line of the terminal; the one in the last line leaves it empty once it is closed. */
final class ProgressLine implements ProgressDisplay {
    static final int WIDTH = 79;
    private static final long MEGABYTE = 1_000_000;

    private final Runnable erase;
    private final ProgressBar bar;

    ProgressLine(PrintStream terminal, String name) {
        this(
                new DelegatingProgressBarConsumer(text -> terminal.print("\r" + text), WIDTH),
                name,
                () -> terminal.print("\r" + " ".repeat(WIDTH) + "\r"));
    }

    /** @param erase done at the end */
    ProgressLine(ProgressBarConsumer consumer, String name, Runnable erase) {
        this.erase = erase;
        this.bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUnit(" MB", MEGABYTE)
                .setUpdateIntervalMillis(100)
                .setConsumer(consumer)
                .build();
    }

    @Override
    public void show(JobProgress progress) {
        if (progress.expectedBytes() > 0) {
            bar.maxHint(progress.expectedBytes());
        }
        bar.stepTo(progress.bytes());
        bar.setExtraMessage(progress.records() == 0 ? "" : "%,d records".formatted(progress.records()));
    }

    @Override
    public void serverGone() {
        bar.setExtraMessage("waiting for the server");
    }

    @Override
    public void close() {
        bar.close();
        erase.run();
    }
}
