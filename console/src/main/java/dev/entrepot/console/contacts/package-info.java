/**
 * Pages of SES v2: contact lists, their topics and contacts, forms that start imports, and the imports with their rejected records. Every
 * one is an operation of SES's under the visitor's key pair.
 */
@NullMarked
package dev.entrepot.console.contacts;

import org.jspecify.annotations.NullMarked;
