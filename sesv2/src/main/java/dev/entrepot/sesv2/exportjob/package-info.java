/**
 * Export jobs: what became of single messages, and counts and rates over many, written to a file from the events that were taken in
 * (SES dossier, section 4). A file follows from its request and from the number of a batch of events alone.
 */
@NullMarked
package dev.entrepot.sesv2.exportjob;

import org.jspecify.annotations.NullMarked;
