package dev.entrepot.storage.durable;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Forces file by file, some at the same time: what the file system writes for one serves all who wait for it. */
record EachForced(Durability durability) implements ForcedTogether {
    private static final int THREADS = 16;

    @Override
    public void force(List<Path> files) throws IOException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> forced = new ArrayList<>();
            for (Path file : files) {
                forced.add(threads.submit(() -> {
                    force(file);
                    return file;
                }));
            }
            for (Future<?> each : forced) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while files were forced to the disk", e);
        } catch (ExecutionException e) {
            throw new IOException("A file could not be forced to the disk", e.getCause());
        }
    }

    private void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, WRITE)) {
            durability.file(file, channel);
        }
    }

    @Override
    public void close() {}
}
