/**
 * Mail to measure with, real messages where they lie beside the project and generated ones elsewhere; clients that deliver it, and the
 * programs that index the same. What is not installed is not measured, and that is said.
 */
@NullMarked
package dev.entrepot.bench.mail;

import org.jspecify.annotations.NullMarked;
