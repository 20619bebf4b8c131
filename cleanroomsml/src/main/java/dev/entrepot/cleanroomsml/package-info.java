/**
 * Clean Rooms ML audiences: lookalike models trained on interactions in S3, and exports of the users most like a seed. The root of
 * the module names the tables, kinds of job and endpoint that the server composes.
 */
@NullMarked
package dev.entrepot.cleanroomsml;

import org.jspecify.annotations.NullMarked;
