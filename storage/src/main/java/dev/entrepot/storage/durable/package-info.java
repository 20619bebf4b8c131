/**
 * The one way this program makes files survive a power cut: write beside, force (many files at a time together), rename, force the directory.
 * Forcing goes through {@link dev.entrepot.storage.durable.Durability}, so that a test can see what was forced and when.
 */
@NullMarked
package dev.entrepot.storage.durable;

import org.jspecify.annotations.NullMarked;
