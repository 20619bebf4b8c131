package dev.entrepot.cleanroomsml.model;

import dev.entrepot.cleanroomsml.contract.CreateAudienceModelRequest;
import dev.entrepot.cleanroomsml.resource.Refusals;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.cleanroomsml.resource.ResourceType;
import dev.entrepot.cleanroomsml.resource.Status;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What others ask of models. */
public final class Models {
    private Models() {}

    static CreateAudienceModelRequest request(Resource model) {
        return model.request(CreateAudienceModelRequest.SCHEMA, CreateAudienceModelRequest.class);
    }

    /** @throws dev.entrepot.wire.schema.ApiException when it is not there, or cannot be used yet or any more */
    public static Resource requireActive(Handle handle, ResourceArn arn) {
        Resource model = ResourceStore.require(handle, arn);
        if (model.status() != Status.ACTIVE) {
            throw Refusals.notActive(ResourceType.AUDIENCE_MODEL);
        }
        return model;
    }

    /** The key that protects what is made of a model; empty when none was named. */
    public static Optional<String> kmsKeyArn(Handle handle, ResourceArn arn) {
        return ResourceStore.find(handle, arn).flatMap(model -> request(model).kmsKeyArn());
    }
}
