/**
 * Mail to be measured with: real messages many times over, each time with another Message-ID, and the programs that index the same.
 * Whatever is not installed is not measured, and that is said.
 */
@NullMarked
package dev.entrepot.bench.mail;

import org.jspecify.annotations.NullMarked;
