package dev.entrepot.cleanroomsml.dataset;

import dev.entrepot.cleanroomsml.contract.CreateTrainingDatasetRequest;
import dev.entrepot.cleanroomsml.contract.Dataset;
import dev.entrepot.cleanroomsml.resource.Resource;

/** What is in a dataset's row. */
public final class Datasets {
    private Datasets() {}

    static CreateTrainingDatasetRequest request(Resource dataset) {
        return dataset.request(CreateTrainingDatasetRequest.SCHEMA, CreateTrainingDatasetRequest.class);
    }

    /** The one table of interactions, and its columns. */
    public static Dataset interactions(Resource dataset) {
        return request(dataset).trainingData().getFirst();
    }
}
