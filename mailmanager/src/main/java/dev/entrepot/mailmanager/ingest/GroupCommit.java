package dev.entrepot.mailmanager.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * Lets single arrivals share a pack and a commit: while one group is on its way to the disk, those that come wait, and whoever
 * gets the turn next writes all of them.
 */
final class GroupCommit {
    private static final int MOST = 1_000;

    private final BiFunction<String, List<ReadArrival>, List<Archived>> storing;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock();

    /** @param storing stores a group in the archive of an id */
    GroupCommit(BiFunction<String, List<ReadArrival>, List<Archived>> storing) {
        this.storing = storing;
    }

    private record Waiting(String archiveId, List<ReadArrival> arrivals, CompletableFuture<List<Archived>> outcome) {}

    /** @param arrivals archived together or not at all */
    List<Archived> commit(String archiveId, List<ReadArrival> arrivals) {
        var mine = new Waiting(archiveId, arrivals, new CompletableFuture<>());
        queue.add(mine);
        turn.lock();
        try {
            while (!mine.outcome.isDone()) {
                storeGroup();
            }
        } finally {
            turn.unlock();
        }
        try {
            return mine.outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The oldest that wait; one archive's trouble is not another's. */
    private void storeGroup() {
        Map<String, List<Waiting>> byArchive = new LinkedHashMap<>();
        for (int i = 0; i < MOST; i++) {
            Waiting next = queue.poll();
            if (next == null) {
                break;
            }
            byArchive.computeIfAbsent(next.archiveId, id -> new ArrayList<>()).add(next);
        }
        byArchive.forEach(this::store);
    }

    private void store(String archiveId, List<Waiting> group) {
        try {
            List<Archived> outcomes = storing.apply(
                    archiveId,
                    group.stream().flatMap(waiting -> waiting.arrivals.stream()).toList());
            int next = 0;
            for (Waiting waiting : group) {
                int end = next + waiting.arrivals.size();
                waiting.outcome.complete(outcomes.subList(next, end));
                next = end;
            }
        } catch (Throwable e) { // also an Error is everyone's: none may wait for ever
            group.forEach(waiting -> waiting.outcome.completeExceptionally(e));
        }
    }
}
