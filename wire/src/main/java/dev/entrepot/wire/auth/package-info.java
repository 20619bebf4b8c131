/**
 * Who sent a request: verification of Signature Version 4 (header and presigned) and Version 2 against stored key pairs.
 * What the caller may then do is asked of the {@link dev.entrepot.wire.auth.Authorizer}, action by action.
 */
@NullMarked
package dev.entrepot.wire.auth;

import org.jspecify.annotations.NullMarked;
