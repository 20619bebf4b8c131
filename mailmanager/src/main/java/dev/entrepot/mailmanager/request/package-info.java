/**
 * What the operations of Mail Manager ask of every request: who may do it, and which page of a listing is wanted.
 * Nothing here knows archives or messages.
 */
@NullMarked
package dev.entrepot.mailmanager.request;

import org.jspecify.annotations.NullMarked;
