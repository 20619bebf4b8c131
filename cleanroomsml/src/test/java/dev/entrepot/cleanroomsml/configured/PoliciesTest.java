package dev.entrepot.cleanroomsml.configured;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.entrepot.cleanroomsml.Scene;
import dev.entrepot.cleanroomsml.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;

/** Two people who edit one policy must not undo each other's work unseen (dossier, section 6: 26 and 27). */
class PoliciesTest {
    // [26]
    @OnEveryDatabase
    void aPolicyIsPutUnderConditions(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String configured = scene.configure("c", scene.trainedModel(), "");
            String path = Stage.path("configured-audience-model", configured) + "/policy";
            String policy = Policies.letting("111122223333", configured, "");
            assertThat(put(scene, path, policy, ",'policyExistenceCondition':'POLICY_MUST_EXIST'"))
                    .startsWith("404 ResourceNotFoundException");
            assertThat(put(scene, path, policy, ",'previousPolicyHash':'" + "0".repeat(64) + "'"))
                    .isEqualTo("400 ValidationException: The policy hash does not match");

            String create = body(policy, ",'policyExistenceCondition':'POLICY_MUST_NOT_EXIST'");
            JsonNode answer = scene.stage.call("PUT", path, create);
            assertThat(answer.path("configuredAudienceModelPolicy").asText()).isEqualTo(policy);
            assertThat(answer.path("policyHash").asText()).matches("[0-9a-f]{64}");
            assertThat(scene.stage.refusal("PUT", path, create))
                    .isEqualTo("400 ValidationException: The configured audience model has a policy already");
            assertThat(scene.stage.call("GET", path, "").path("policyHash")).isEqualTo(answer.path("policyHash"));

            String hash = answer.path("policyHash").asText();
            String denying = policy.replace("Allow", "Deny");
            scene.stage.call("PUT", path, body(denying, ",'previousPolicyHash':'" + hash + "'"));
            assertThat(put(scene, path, policy, ",'previousPolicyHash':'" + hash + "'"))
                    .isEqualTo("400 ValidationException: The policy hash does not match");
            scene.stage.call("DELETE", path, "");
            assertThat(scene.stage.refusal("GET", path, "")).startsWith("404 ResourceNotFoundException");
        }
    }

    // [27] What is not understood is refused, for a policy that is misread lets the wrong people in.
    @OnEveryDatabase
    void whatIsNoPolicyOfThisModelIsRefused(TestDatabase test) {
        try (var scene = new Scene(test)) {
            String configured = scene.configure("c", scene.trainedModel(), "");
            String path = Stage.path("configured-audience-model", configured) + "/policy";
            String policy = Policies.letting("444455556666", configured, "");
            assertThat(put(scene, path, "{", "")).isEqualTo("400 ValidationException: The policy is not valid JSON");
            assertThat(put(scene, path, "[]", ""))
                    .isEqualTo("400 ValidationException: The policy is not a JSON object");
            assertThat(put(scene, path, "x".repeat(20_481), "")).contains("length 20481");
            assertThat(put(scene, path, policy.replace("2012-10-17", "2030-01-01"), ""))
                    .contains("Version");
            assertThat(put(scene, path, policy.replace("StartAudienceGenerationJob", "*"), ""))
                    .contains("only Action");
            assertThat(put(scene, path, policy.replace("\"Resource\"", "\"NotResource\""), ""))
                    .isEqualTo("400 ValidationException: The policy has the unknown member NotResource");
            assertThat(put(scene, path, policy.replace(configured, configured.replace("a", "b")), ""))
                    .contains("Resource of a policy statement must be among");
            assertThat(put(scene, path, policy.replace("444455556666", "somebody"), ""))
                    .contains("Principal");
            assertThat(put(
                            scene,
                            path,
                            Policies.letting("*", configured, "{\"Bool\":{\"aws:SecureTransport\":true}}"),
                            ""))
                    .contains("Condition");
            assertThat(scene.stage.refusal("GET", path, "")).startsWith("404");
        }
    }

    private static String put(Scene scene, String path, String policy, String more) {
        return scene.stage.refusal("PUT", path, body(policy, more));
    }

    private static String body(String policy, String more) {
        return "{'configuredAudienceModelPolicy':" + JsonNodeFactory.instance.textNode(policy) + more + "}";
    }
}
