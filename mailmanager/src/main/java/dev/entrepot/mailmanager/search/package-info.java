/**
 * Searches of an archive, as jobs (dossier, section 1.2). What a search has found is kept with it, so that it can be read again
 * when the messages are gone.
 */
@NullMarked
package dev.entrepot.mailmanager.search;

import org.jspecify.annotations.NullMarked;
