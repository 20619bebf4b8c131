/**
 * Which messages of an archive a search or an export is about (dossier, sections 2.2 to 2.5), and the index that finds them.
 * The index tells of messages that may be meant; every one is put to the whole filter, so the rules stand in one place.
 */
@NullMarked
package dev.entrepot.mailmanager.selection;

import org.jspecify.annotations.NullMarked;
