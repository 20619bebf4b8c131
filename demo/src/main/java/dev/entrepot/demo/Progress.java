package dev.entrepot.demo;

/** Counts towards a known total while someone watches; any thread may advance it. */
interface Progress extends AutoCloseable {
    void advance(long by);

    /** The line that showed it is gone. */
    @Override
    void close();
}
