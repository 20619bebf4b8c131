/**
 * The codecs beside Jackson databind: the same records through the same formats, measured by JMH.
 * The contract of the records stands in {@code src/main/smithy}; nothing else uses it.
 */
@NullMarked
package dev.entrepot.bench.wire;

import org.jspecify.annotations.NullMarked;
