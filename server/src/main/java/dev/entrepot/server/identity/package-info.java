/**
 * Whose keys a client has: STS's {@code GetCallerIdentity}, which {@code aws sts get-caller-identity} and Terraform ask before all else.
 * Nothing more of STS is here, for keys are made by the command line and last until they are removed.
 */
@NullMarked
package dev.entrepot.server.identity;

import org.jspecify.annotations.NullMarked;
