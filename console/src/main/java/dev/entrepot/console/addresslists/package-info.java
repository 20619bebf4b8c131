/**
 * Pages of Mail Manager's address lists: their members, and the imports that fill them from files. Every one is an operation of Mail
 * Manager under the visitor's key pair.
 */
@NullMarked
package dev.entrepot.console.addresslists;

import org.jspecify.annotations.NullMarked;
