/**
 * Values to bytes and back, one reader or writer a format, driven by schemas alone.
 * Whatever cannot be decoded ends as {@link dev.entrepot.wire.codec.MalformedInput}; nothing else comes out of a reader.
 */
@NullMarked
package dev.entrepot.wire.codec;

import org.jspecify.annotations.NullMarked;
