/**
 * What every page of the console is made with: the visit it answers, the answer it gives, the fields of a query or form, and how
 * figures and moments are written. A page knows nothing of HTTP beyond these.
 */
@NullMarked
package dev.entrepot.console.web;

import org.jspecify.annotations.NullMarked;
