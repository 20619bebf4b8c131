/**
 * Lookalike audiences on a Spark cluster: executors factorise, MLlib solves regressions, everything else stays in the server's process. Only
 * there when the server is started with {@code --engine spark}; executors get this module's jar from the server.
 */
@NullMarked
package dev.entrepot.cleanroomsml.spark;

import org.jspecify.annotations.NullMarked;
