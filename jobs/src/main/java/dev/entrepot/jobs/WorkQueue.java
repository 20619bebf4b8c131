package dev.entrepot.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.entrepot.storage.database.Database;
import dev.entrepot.storage.database.Dialect;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** One queue of work, shared by all nodes: a table of db-scheduler's, and on this node the threads that work it off. */
final class WorkQueue implements AutoCloseable {
    private final String table;
    private final Database database;
    private final JdbcCustomization jdbc;
    private @Nullable Scheduler scheduler;

    WorkQueue(String table, Database database) {
        this.table = table;
        this.database = database;
        this.jdbc = switch (database.dialect()) {
            case SQLITE -> new SqliteJdbcCustomization();
            case POSTGRESQL -> new PostgreSqlJdbcCustomization(false, false);
        };
    }

    /** Adds tasks in a running transaction; {@link #wake} makes this node look at once when that has committed. */
    void add(Handle handle, String task, List<String> instances, Instant due) {
        SchedulerClient client = SchedulerClient.Builder.create(TransactionConnection.of(handle.getConnection()))
                .tableName(table)
                .jdbcCustomization(jdbc)
                .build();
        client.scheduleBatch(
                instances.stream()
                        .<TaskInstance<?>>map(instance -> new TaskInstance<>(task, instance))
                        .toList(),
                due);
    }

    /** Sets free what a process had taken that is dead for certain, instead of waiting for its heartbeat to be missed. */
    int release(Handle handle) {
        return handle.execute("UPDATE " + table + " SET picked = 0, picked_by = NULL, last_heartbeat = NULL, "
                + "version = version + 1 WHERE picked = 1");
    }

    JobStatistics.OfQueue depth(Handle handle, String name) {
        String count = "SELECT count(*) FROM " + table + " WHERE picked = :picked";
        return new JobStatistics.OfQueue(
                name,
                handle.createQuery(count)
                        .bind("picked", false)
                        .mapTo(long.class)
                        .one(),
                handle.createQuery(count).bind("picked", true).mapTo(long.class).one());
    }

    /** @param recurring schedules itself when it is new to the table */
    void start(
            List<Task<?>> tasks,
            List<RecurringTask<?>> recurring,
            int threads,
            JobSettings settings,
            InstantSource clock) {
        ThreadFactory workers =
                Thread.ofPlatform().daemon().name(table + "-", 0).factory();
        SchedulerBuilder builder = Scheduler.create(database.schedulerConnections(), tasks)
                .startTasks(recurring)
                .tableName(table)
                .jdbcCustomization(jdbc)
                .schedulerName(new SchedulerName.Fixed(ProcessHandle.current().pid() + "-" + UUID.randomUUID()))
                .clock(clock::instant)
                .threads(threads)
                .executorService(Executors.newFixedThreadPool(threads, workers))
                .dueExecutor(Executors.newSingleThreadExecutor(workers))
                .housekeeperExecutor(Executors.newSingleThreadScheduledExecutor(workers))
                .pollingInterval(settings.pollInterval())
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(settings.closeWithin())
                .failureLogging(LogLevel.WARN, true);
        if (database.dialect() == Dialect.POSTGRESQL) {
            builder.pollUsingLockAndFetch(0.5, 1.0); // no more than there are threads for: the rest is for other nodes
        }
        scheduler = builder.build();
        scheduler.start();
    }

    void wake() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void close() {
        if (scheduler != null) {
            scheduler.stop();
        }
    }
}
