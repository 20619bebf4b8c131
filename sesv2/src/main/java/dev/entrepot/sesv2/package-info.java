/**
 * Amazon SES v2: contact lists, the suppression list, and the jobs that load and export them, as one part to plug into a server.
 * Rooms: {@code contact} and {@code suppression} are what is stored and its API, {@code importjob} loads files that {@code source} reads
 * into it, {@code address} and {@code request} are what they share.
 */
@NullMarked
package dev.entrepot.sesv2;

import org.jspecify.annotations.NullMarked;
