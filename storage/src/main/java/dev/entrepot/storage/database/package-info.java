/**
 * The relational store behind every service: embedded SQLite or PostgreSQL, with one way to read and one way to write.
 * A write has reached the disk when it returns, and concurrent small writes share a commit.
 */
@NullMarked
package dev.entrepot.storage.database;

import org.jspecify.annotations.NullMarked;
