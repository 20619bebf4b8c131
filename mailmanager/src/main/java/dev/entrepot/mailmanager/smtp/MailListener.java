package dev.entrepot.mailmanager.smtp;

import dev.entrepot.mailmanager.ingest.Arrivals;
import dev.entrepot.storage.database.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens for mail on one port; a connection is a virtual thread. */
public final class MailListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MailListener.class);
    private static final int ACCEPT_QUEUE = 1024;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ServerSocket server;
    private final MailProtocol protocol;
    private final MailSettings settings;
    private final Destinations destinations;
    private final Intake intake;
    private final HostNames hostNames = new HostNames();
    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("mail-watch").factory());

    private MailListener(
            ServerSocket server,
            MailProtocol protocol,
            MailSettings settings,
            Destinations destinations,
            Intake intake) {
        this.server = server;
        this.protocol = protocol;
        this.settings = settings;
        this.destinations = destinations;
        this.intake = intake;
        threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(protocol.word() + "-", 0).factory());
    }

    /**
     * Takes mail from the moment this returns.
     *
     * @param address with port 0 for any free one, see {@link #port()}
     * @throws UncheckedIOException when the address cannot be bound or the spool not be made
     */
    public static MailListener start(
            MailProtocol protocol,
            InetSocketAddress address,
            MailSettings settings,
            Database database,
            Arrivals arrivals,
            InstantSource clock) {
        prepare(settings.spool());
        try {
            var server = new ServerSocket();
            try {
                server.setReuseAddress(true);
                server.bind(address, ACCEPT_QUEUE);
            } catch (IOException e) {
                server.close();
                throw e;
            }
            var listener = new MailListener(
                    server,
                    protocol,
                    settings,
                    new Destinations(database, settings, clock),
                    new Intake(arrivals, settings, clock));
            listener.threads.execute(listener::accept);
            listener.watch.scheduleWithFixedDelay(
                    listener::watch, BETWEEN_LOOKS.toNanos(), BETWEEN_LOOKS.toNanos(), TimeUnit.NANOSECONDS);
            LOG.info("{} on {} port {}", protocol, address.getHostString(), server.getLocalPort());
            return listener;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot listen on %s port %d".formatted(address.getHostString(), address.getPort()), e);
        }
    }

    /** What is there was never acknowledged: an earlier process died before. */
    private static void prepare(Path spool) {
        try {
            Files.createDirectories(spool);
            List<Path> left;
            try (var files = Files.list(spool)) {
                left = files.toList();
            }
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the directory " + spool, e);
        }
    }

    /** What came of them so far. */
    public Deliveries deliveries() {
        return intake.deliveries();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                begin(server.accept());
            } catch (IOException e) {
                if (!server.isClosed()) {
                    LOG.warn("A connection could not be accepted", e);
                    LockSupport.parkNanos(BETWEEN_LOOKS.toNanos()); // of file handles, say, there may be more by then
                }
            }
        }
    }

    private void begin(Socket socket) throws IOException {
        try {
            if (sessions.size() >= settings.limits().connections()) {
                socket.getOutputStream().write(Reply.TOO_MANY_CONNECTIONS.line().getBytes(StandardCharsets.US_ASCII));
                socket.close();
                return;
            }
            Session session = session(socket);
            sessions.add(session);
            threads.execute(() -> {
                try {
                    session.run();
                } finally {
                    sessions.remove(session);
                }
            });
            if (server.isClosed()) {
                session.stop(); // whoever closed it may not have seen this one
            }
        } catch (IOException | RejectedExecutionException e) {
            LOG.debug("A client went at once, or the listener did", e);
            socket.close();
        }
    }

    private Session session(Socket socket) throws IOException {
        return new Session(
                protocol,
                new Greeting(socket.getLocalAddress(), protocol, settings.limits()),
                settings,
                destinations,
                intake,
                new Wire(socket, settings.limits()),
                new Peer(socket.getInetAddress(), hostNames.of(socket.getInetAddress())));
    }

    /** Ends connections of clients that do not even read what they are told. */
    private void watch() {
        sessions.stream().map(Session::wire).filter(Wire::isOverdue).forEach(Wire::abandon);
    }

    /** Takes no more mail, waits for the messages on their way as long as the limits say, then returns. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("The port was not closed", e);
        }
        sessions.forEach(Session::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(settings.limits().stop().toMillis(), TimeUnit.MILLISECONDS)) {
                sessions.forEach(session -> session.wire().abandon());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
        hostNames.close();
    }
}
