/**
 * E-mail addresses as SES takes and keeps them, alike in requests and in imported files.
 * The rule is our own where AWS publishes none (SES dossier, section 2.8).
 */
@NullMarked
package dev.entrepot.sesv2.address;

import org.jspecify.annotations.NullMarked;
