/**
 * The page of SES v2's export jobs: metrics and messages with what became of them, and the forms that ask for either. Every one is an
 * operation of SES's under the visitor's key pair.
 */
@NullMarked
package dev.entrepot.console.exportjobs;

import org.jspecify.annotations.NullMarked;
