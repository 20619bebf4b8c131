/**
 * What jobs leave for later jobs: trained models and rankings, each one object that no S3 request reaches, and their removal. They hold
 * what people did, so an account's are in a bucket of its own, encrypted.
 */
@NullMarked
package dev.entrepot.cleanroomsml.artefact;

import org.jspecify.annotations.NullMarked;
