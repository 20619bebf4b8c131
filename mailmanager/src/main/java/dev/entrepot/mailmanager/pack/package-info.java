/**
 * Packs: objects that hold many messages' exact bytes in compressed frames, and the table that knows them.
 * A pack is on the disk before a row speaks of it, and goes when no row does any more.
 */
@NullMarked
package dev.entrepot.mailmanager.pack;

import org.jspecify.annotations.NullMarked;
