/**
 * The console: pages for people, at {@code /_entrepot/}, rendered here and readable without scripts. It reads and does everything through
 * the services' own operations, with the checks, rights and errors of the wire.
 */
@NullMarked
package dev.entrepot.console;

import org.jspecify.annotations.NullMarked;
