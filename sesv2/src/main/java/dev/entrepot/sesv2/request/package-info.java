/**
 * What the operations of SES ask of every request: who may do it, and which page of a listing is wanted.
 * Nothing here knows contacts, suppressed destinations or jobs.
 */
@NullMarked
package dev.entrepot.sesv2.request;

import org.jspecify.annotations.NullMarked;
