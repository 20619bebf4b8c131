package dev.entrepot.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/** A connection that knows since when the head of a request is arriving: an idle time-out starts anew with every byte. */
final class TimedHeadEndPoint extends SocketChannelEndPoint {
    private static final long NONE = 0;

    private volatile long headSince = NONE;
    /** Stands for the request that is being answered; a late end of the one before must not pass for its end. */
    private volatile @Nullable Object handling;

    TimedHeadEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** Tells the request's connection that the head is there, and when the request is done that another may come. */
    static void headComplete(Request request) {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof TimedHeadEndPoint endPoint) {
            endPoint.handle(request);
        }
    }

    private void handle(Request request) {
        var current = new Object();
        handling = current;
        headSince = NONE;
        Request.addCompletionListener(request, failure -> {
            if (handling == current) {
                handling = null;
            }
        });
    }

    @Override
    public int fill(ByteBuffer buffer) throws IOException {
        int filled = super.fill(buffer);
        if (filled > 0 && handling == null && headSince == NONE) {
            headSince = System.nanoTime() | 1; // never NONE
        }
        return filled;
    }

    void closeIfHeadTakesLongerThan(Duration limit) {
        long since = headSince;
        if (since != NONE && System.nanoTime() - since > limit.toNanos()) {
            close();
        }
    }
}
