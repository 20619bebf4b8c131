/**
 * A load generator for HTTP/1.1 with keep-alive clients that each wait for an answer before they ask again.
 * One thread serves all of them, so that it takes as little as it can of the cores it shares with the server.
 */
@NullMarked
package dev.entrepot.bench.load;

import org.jspecify.annotations.NullMarked;
