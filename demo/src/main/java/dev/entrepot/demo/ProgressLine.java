package dev.entrepot.demo;

import java.io.PrintStream;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar in the terminal's last line, which is empty again once the bar is closed. */
final class ProgressLine implements Progress {
    private final PrintStream terminal;
    private final ProgressBar bar;

    ProgressLine(PrintStream terminal, String name, long total) {
        this.terminal = terminal;
        this.bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(100)
                .setConsumer(new DelegatingProgressBarConsumer(text -> terminal.print("\r" + text), Screen.WIDTH - 1))
                .build();
    }

    @Override
    public void advance(long by) {
        bar.stepBy(by);
    }

    @Override
    public void close() {
        bar.close();
        terminal.print(Screen.EMPTY_LINE);
    }
}
