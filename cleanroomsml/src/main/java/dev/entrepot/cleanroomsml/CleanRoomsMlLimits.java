package dev.entrepot.cleanroomsml;

import dev.entrepot.cleanroomsml.model.TrainingLimits;
import dev.entrepot.cleanroomsml.source.SeedLimits;

/**
 * The limits that a preset sets; 0 is for any number. Those on names, texts and sizes are part of the API and always hold (dossier,
 * sections 1.12, 2.1 and 2.3).
 *
 * @param datasets how many training datasets an account may have in a region
 * @param models how many audience models
 * @param configuredModels how many configured audience models
 * @param pendingModels how many audience models may be in the making
 * @param pendingGenerationJobs how many generation jobs may be under way
 * @param pendingExportJobs how many export jobs may be under way
 * @param exportsOfGenerationJob how many exports of one generation job may have succeeded
 */
public record CleanRoomsMlLimits(
        int datasets,
        int models,
        int configuredModels,
        int pendingModels,
        int pendingGenerationJobs,
        int pendingExportJobs,
        int exportsOfGenerationJob,
        TrainingLimits training,
        SeedLimits seeds) {
    public static final CleanRoomsMlLimits AWS =
            new CleanRoomsMlLimits(1_000, 1_000, 1_000, 2, 10, 20, 25, TrainingLimits.AWS, SeedLimits.AWS);
    /** Wide enough for one's own machine; jobs wait for their turn. */
    public static final CleanRoomsMlLimits SELF_HOSTED =
            new CleanRoomsMlLimits(0, 0, 0, 0, 0, 0, 0, TrainingLimits.SELF_HOSTED, SeedLimits.AWS);
}
