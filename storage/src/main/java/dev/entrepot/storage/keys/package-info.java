/**
 * A local stand-in for AWS KMS: symmetric keys in files of the data directory, which encrypt the data keys of objects.
 * A key that is unknown, disabled or someone else's refuses in the words of KMS.
 */
@NullMarked
package dev.entrepot.storage.keys;

import org.jspecify.annotations.NullMarked;
