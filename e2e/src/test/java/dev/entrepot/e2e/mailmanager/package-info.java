/**
 * Mail Manager as the AWS SDK for Java v2 and the {@code aws} command line see it.
 * What single operations do in detail is tested where they are; here unmodified clients understand the answers.
 */
@NullMarked
package dev.entrepot.e2e.mailmanager;

import org.jspecify.annotations.NullMarked;
