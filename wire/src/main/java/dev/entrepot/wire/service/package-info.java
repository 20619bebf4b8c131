/**
 * From a claimed request to an answer: authenticate, decode, validate, handle, encode.
 * Services plug in with a contract, their handlers and the few spellings that differ from service to service.
 */
@NullMarked
package dev.entrepot.wire.service;

import org.jspecify.annotations.NullMarked;
