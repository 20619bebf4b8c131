/**
 * Pages of SimpleDB: the domains with their figures, a box for Select with its results, and forms that start exports and imports. Every
 * one is an operation of SimpleDB's under the visitor's key pair.
 */
@NullMarked
package dev.entrepot.console.domains;

import org.jspecify.annotations.NullMarked;
