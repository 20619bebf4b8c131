/**
 * What the server does, in numbers, at {@code /_entrepot/metrics} in Prometheus's text format. It counts and times at the few seams that everything
 * goes through, and knows no names: neither accounts nor resources are labels.
 */
@NullMarked
package dev.entrepot.server.metrics;

import org.jspecify.annotations.NullMarked;
