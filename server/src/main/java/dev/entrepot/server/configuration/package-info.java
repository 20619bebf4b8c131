/**
 * What a person can set, by command line or environment, and the checked configuration that comes of it.
 * Every mistake is answered by one sentence that says what was given and what would be right.
 */
@NullMarked
package dev.entrepot.server.configuration;

import org.jspecify.annotations.NullMarked;
