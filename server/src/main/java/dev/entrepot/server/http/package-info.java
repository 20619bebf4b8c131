/**
 * The one HTTP/1.1 listener: it hands each request, exactly as received, to our own pages, to the services, or to S3.
 * It bounds what a client may send and how long it may take, and lets requests in flight finish before it stops.
 */
@NullMarked
package dev.entrepot.server.http;

import org.jspecify.annotations.NullMarked;
