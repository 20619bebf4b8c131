package dev.entrepot.cleanroomsml.configured;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.DeleteConfiguredAudienceModelPolicyRequest;
import dev.entrepot.cleanroomsml.contract.GetConfiguredAudienceModelPolicyRequest;
import dev.entrepot.cleanroomsml.contract.GetConfiguredAudienceModelPolicyResponse;
import dev.entrepot.cleanroomsml.contract.PolicyExistenceCondition;
import dev.entrepot.cleanroomsml.contract.PutConfiguredAudienceModelPolicyRequest;
import dev.entrepot.cleanroomsml.contract.PutConfiguredAudienceModelPolicyResponse;
import dev.entrepot.cleanroomsml.contract.ResourceNotFoundException;
import dev.entrepot.cleanroomsml.contract.ValidationException;
import dev.entrepot.cleanroomsml.resource.Access;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceStore;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.schema.Unit;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;
import java.util.Optional;

/** The three operations on policies (dossier, section 1.10). */
public final class PolicyOperations {
    private final Database database;
    private final Access access;

    public PolicyOperations(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    public List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(CleanRoomsML.PUT_CONFIGURED_AUDIENCE_MODEL_POLICY, this::put),
                new BoundOperation<>(CleanRoomsML.GET_CONFIGURED_AUDIENCE_MODEL_POLICY, this::get),
                new BoundOperation<>(CleanRoomsML.DELETE_CONFIGURED_AUDIENCE_MODEL_POLICY, this::delete));
    }

    private PutConfiguredAudienceModelPolicyResponse put(
            PutConfiguredAudienceModelPolicyRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "PutConfiguredAudienceModelPolicy", input.configuredAudienceModelArn());
        String text = input.configuredAudienceModelPolicy();
        Policy.parse(text, arn);
        database.write(handle -> {
            ResourceStore.require(handle, arn);
            checkConditions(input, PolicyStore.find(handle, arn));
            PolicyStore.put(handle, arn, text);
            return arn;
        });
        return new PutConfiguredAudienceModelPolicyResponse(text, Policy.hash(text));
    }

    private static void checkConditions(PutConfiguredAudienceModelPolicyRequest input, Optional<String> present) {
        Optional<PolicyExistenceCondition> existence = input.policyExistenceCondition();
        if (existence.equals(Optional.of(PolicyExistenceCondition.POLICY_MUST_EXIST)) && present.isEmpty()) {
            throw noPolicy();
        }
        if (existence.equals(Optional.of(PolicyExistenceCondition.POLICY_MUST_NOT_EXIST)) && present.isPresent()) {
            throw new ValidationException("The configured audience model has a policy already");
        }
        if (input.previousPolicyHash().isPresent()
                && !input.previousPolicyHash().equals(present.map(Policy::hash))) {
            throw new ValidationException("The policy hash does not match");
        }
    }

    private GetConfiguredAudienceModelPolicyResponse get(
            GetConfiguredAudienceModelPolicyRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "GetConfiguredAudienceModelPolicy", input.configuredAudienceModelArn());
        String text = database.read(handle -> {
            ResourceStore.require(handle, arn);
            return PolicyStore.find(handle, arn).orElseThrow(PolicyOperations::noPolicy);
        });
        return new GetConfiguredAudienceModelPolicyResponse(arn.toString(), text, Policy.hash(text));
    }

    private Unit delete(DeleteConfiguredAudienceModelPolicyRequest input, RequestContext context) {
        ResourceArn arn =
                access.check(context, "DeleteConfiguredAudienceModelPolicy", input.configuredAudienceModelArn());
        database.write(handle -> {
            ResourceStore.require(handle, arn);
            PolicyStore.delete(handle, arn);
            return arn;
        });
        return Unit.VALUE;
    }

    private static ResourceNotFoundException noPolicy() {
        return new ResourceNotFoundException("The configured audience model has no policy");
    }
}
