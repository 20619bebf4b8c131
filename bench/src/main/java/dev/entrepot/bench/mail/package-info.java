/**
 * Mail to measure with, and clients that deliver it over SMTP.
 * Real mail is taken where it lies beside the project, else it is generated, the same every time.
 */
@NullMarked
package dev.entrepot.bench.mail;

import org.jspecify.annotations.NullMarked;
