package dev.entrepot.cleanroomsml.configured;

import dev.entrepot.cleanroomsml.resource.ResourceArn;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of policies, each exactly as it was put. */
final class PolicyStore {
    private PolicyStore() {}

    static Optional<String> find(Handle handle, ResourceArn configuredModel) {
        return handle.createQuery("SELECT policy FROM cleanroomsml_policy WHERE configured_model_id = ?")
                .bind(0, configuredModel.id())
                .mapTo(String.class)
                .findOne();
    }

    static void put(Handle handle, ResourceArn configuredModel, String policy) {
        handle.execute("""
                INSERT INTO cleanroomsml_policy (configured_model_id, policy) VALUES (?, ?)
                ON CONFLICT (configured_model_id) DO UPDATE SET policy = excluded.policy""", configuredModel.id(), policy);
    }

    static void delete(Handle handle, ResourceArn configuredModel) {
        handle.execute("DELETE FROM cleanroomsml_policy WHERE configured_model_id = ?", configuredModel.id());
    }
}
