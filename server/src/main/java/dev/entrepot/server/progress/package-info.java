/**
 * The jobs of an account, whatever service they belong to: listed, shown and stopped below {@code /_entrepot/jobs}, signed like any request.
 * The demonstration and the commands draw their bars from it, for the AWS APIs do not tell how far a job has come.
 */
@NullMarked
package dev.entrepot.server.progress;

import org.jspecify.annotations.NullMarked;
