package dev.entrepot.server.http;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes connections on which the head of a request takes too long. */
final class TimedHeadConnector extends ServerConnector {
    private static final int LOOKS = 4;

    private final Duration limit;

    TimedHeadConnector(Server server, HttpConnectionFactory http, Duration limit) {
        super(server, 1, 1, http);
        this.limit = limit;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key)
            throws IOException {
        var endPoint = new TimedHeadEndPoint(channel, selector, key, getScheduler());
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        lookAgain();
    }

    private void lookAgain() {
        Scheduler scheduler = getScheduler();
        scheduler.schedule(this::look, limit.toMillis() / LOOKS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        for (EndPoint endPoint : getConnectedEndPoints()) {
            if (endPoint instanceof TimedHeadEndPoint timed) {
                timed.closeIfHeadTakesLongerThan(limit);
            }
        }
        if (isRunning()) {
            lookAgain();
        }
    }
}
