/**
 * Import jobs: the operations on them, and the job that loads a file into a contact list or the suppression list (SES dossier,
 * sections 1 and 2). A batch, the place to go on from and the counters are committed together, so each record takes effect once.
 */
@NullMarked
package dev.entrepot.sesv2.importjob;

import org.jspecify.annotations.NullMarked;
