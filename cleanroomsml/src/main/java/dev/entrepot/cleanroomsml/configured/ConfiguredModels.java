package dev.entrepot.cleanroomsml.configured;

import dev.entrepot.cleanroomsml.contract.CreateConfiguredAudienceModelRequest;
import dev.entrepot.cleanroomsml.contract.TagOnCreatePolicy;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What others ask of configured models. */
public final class ConfiguredModels {
    private ConfiguredModels() {}

    /** Whether jobs get the tags of the model they are started on. */
    public static boolean givesTags(Resource configured) {
        return childTags(configured).equals(Optional.of(TagOnCreatePolicy.FROM_PARENT_RESOURCE));
    }

    static Optional<TagOnCreatePolicy> childTags(Resource configured) {
        return configured
                .request(CreateConfiguredAudienceModelRequest.SCHEMA, CreateConfiguredAudienceModelRequest.class)
                .childResourceTagOnCreatePolicy();
    }

    /**
     * Whether its policy lets another account start a job on it.
     *
     * @param collaborationId what the request names; empty for none
     */
    public static boolean lets(Handle handle, String account, ResourceArn arn, Optional<String> collaborationId) {
        return PolicyStore.find(handle, arn)
                .map(text -> Policy.parse(text, arn))
                .filter(policy -> policy.allows(account, collaborationId))
                .isPresent();
    }
}
