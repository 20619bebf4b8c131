package dev.entrepot.mailmanager.export;

import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Enumeration;
import java.util.Iterator;

/** Streams one after the other, each asked for when its turn comes. */
final class Joined {
    private Joined() {}

    static InputStream of(Iterator<? extends InputStream> streams) {
        return new SequenceInputStream(new Enumeration<InputStream>() {
            @Override
            public boolean hasMoreElements() {
                return streams.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return streams.next();
            }
        });
    }
}
