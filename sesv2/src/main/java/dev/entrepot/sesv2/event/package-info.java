/**
 * What became of mail: the event records that SES publishes, kept as they come in any order and any number of times, and folded when they
 * are read (SES dossier, section 4.4). When a message was sent is a part of its identity, as all of its records tell the same.
 */
@NullMarked
package dev.entrepot.sesv2.event;

import org.jspecify.annotations.NullMarked;
