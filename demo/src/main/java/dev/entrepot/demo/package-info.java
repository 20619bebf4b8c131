/**
 * The demonstration: real data go into a throw-away server and come out as an export, all by unmodified AWS SDKs.
 * It knows the server only from outside: the launcher's {@code serve}, the files it writes for AWS clients, the AWS APIs.
 */
@NullMarked
package dev.entrepot.demo;

import org.jspecify.annotations.NullMarked;
