/**
 * The packaged program as its users run it: started by the launcher, asked over HTTP with signed requests.
 * What it costs is read from the operating system.
 */
@NullMarked
package dev.entrepot.bench.program;

import org.jspecify.annotations.NullMarked;
