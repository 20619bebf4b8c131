/**
 * How far a job has come, which the AWS APIs do not tell: {@code GET /_entrepot/jobs/ID}, signed like any request.
 * The demonstration draws its bar from it.
 */
@NullMarked
package dev.entrepot.server.progress;

import org.jspecify.annotations.NullMarked;
