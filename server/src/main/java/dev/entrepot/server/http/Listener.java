package dev.entrepot.server.http;

import dev.entrepot.wire.http.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The running HTTP server; requests are handled on virtual threads. */
public final class Listener implements AutoCloseable {
    /** Connections that come at once; one that finds the queue full tries again after a second. */
    private static final int ACCEPT_QUEUE = 1024;
    /** A bare line feed ends a line for some and not for others: requests could hide behind one. */
    private static final HttpCompliance COMPLIANCE = HttpCompliance.RFC9110.without(
            "RFC9110_CRLF",
            HttpCompliance.Violation.LF_HEADER_TERMINATION,
            HttpCompliance.Violation.LF_CHUNK_TERMINATION);

    private final Server server;
    private final InetAddress host;
    private final URI uri;

    private Listener(Server server, InetAddress host, int port) {
        this.server = server;
        this.host = host;
        this.uri = uri(host, port);
    }

    /**
     * Takes requests from the moment this returns.
     *
     * @param port 0 for any free one, see {@link #uri()}
     * @param ready asked by the readiness page
     * @param s3 gets what no service claims
     * @param answered is told of every request but those for health
     * @throws CannotListen when the address cannot be bound
     */
    public static Listener start(
            InetAddress host,
            int port,
            HttpLimits limits,
            BooleanSupplier ready,
            Endpoint services,
            Handler s3,
            Answered answered) {
        var threads = new QueuedThreadPool();
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("request-", 0).factory()));
        var server = new Server(threads);
        server.setErrorHandler(new BareErrorPage());
        // With a time to stop in, the connector lets requests in flight finish and closes what is idle after a second.
        server.setStopTimeout(limits.stop().toMillis());
        server.setHandler(new Router(new OwnPages(ready), services, limits, s3, answered));

        var http = new HttpConnectionFactory(configuration(limits));
        var connector = new TimedHeadConnector(server, http, limits.head());
        connector.setHost(host.getHostAddress());
        connector.setPort(port);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(limits.idle().toMillis());
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
        try {
            server.start();
        } catch (IOException e) {
            throw new CannotListen(host.getHostAddress(), port, e);
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server does not start", e);
        }
        return new Listener(server, host, connector.getLocalPort());
    }

    private static HttpConfiguration configuration(HttpLimits limits) {
        var configuration = new HttpConfiguration();
        configuration.setRequestHeaderSize(limits.headerBytes());
        configuration.setSendServerVersion(false);
        configuration.setSendDateHeader(true);
        // Signatures cover the target and the header values as sent: nothing may be judged, normalised or unified.
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        configuration.setHeaderCacheCaseSensitive(true);
        configuration.setHttpCompliance(COMPLIANCE);
        return configuration;
    }

    private static URI uri(InetAddress host, int port) {
        String literal = host.getHostAddress();
        return URI.create("http://%s:%d".formatted(literal.contains(":") ? "[" + literal + "]" : literal, port));
    }

    /** Where it listens, with the real port. */
    public URI uri() {
        return uri;
    }

    /** The same for a client on this machine: a listener on every address has none of its own to connect to. */
    public URI local() {
        return host.isAnyLocalAddress() ? uri(InetAddress.getLoopbackAddress(), uri.getPort()) : uri;
    }

    /** Takes no more connections, waits for the requests in flight as long as the limits say, then returns. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The HTTP server does not stop", e);
        }
    }
}
