/**
 * Import jobs: files of addresses that are uploaded by a link and put into an address list.
 * A job only adds members; what it has added stays, however it ends.
 */
@NullMarked
package dev.entrepot.mailmanager.importjob;

import org.jspecify.annotations.NullMarked;
