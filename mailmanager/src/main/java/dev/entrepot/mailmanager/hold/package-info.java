/**
 * Legal holds: what must stay, whatever retention and deletion say. A hold is on all messages received within a time, or on messages
 * that were listed when it was placed; archives and messages are known by their numbers here.
 */
@NullMarked
package dev.entrepot.mailmanager.hold;

import org.jspecify.annotations.NullMarked;
