/**
 * Exports of an archive to S3, as jobs (dossier, sections 1.3 and 3): every message an object, its exact bytes.
 * The list of messages is frozen before the first is written, and what was written stands in listings beside them.
 */
@NullMarked
package dev.entrepot.mailmanager.export;

import org.jspecify.annotations.NullMarked;
