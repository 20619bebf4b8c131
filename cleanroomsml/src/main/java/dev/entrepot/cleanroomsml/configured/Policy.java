package dev.entrepot.cleanroomsml.configured;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.entrepot.cleanroomsml.contract.ValidationException;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import dev.entrepot.cleanroomsml.resource.ResourceType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A resource policy as far as IAM's language is of use here; what goes beyond is refused rather than misread. */
record Policy(List<PolicyStatement> statements, ResourceArn configuredModel) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> VERSIONS = Set.of("2008-10-17", "2012-10-17");
    private static final Set<String> MEMBERS = Set.of("Version", "Id", "Statement");

    /** @throws ValidationException for what is no policy of this configured model */
    static Policy parse(String text, ResourceArn configuredModel) {
        JsonNode policy;
        try {
            policy = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ValidationException("The policy is not valid JSON");
        }
        if (!policy.isObject()) {
            throw new ValidationException("The policy is not a JSON object");
        }
        PolicyStatement.checkMembers(policy, MEMBERS);
        if (!VERSIONS.contains(policy.path("Version").asText())) {
            throw new ValidationException("The policy's Version must be 2012-10-17 or 2008-10-17");
        }
        JsonNode statement = policy.path("Statement");
        List<JsonNode> statements = statement.isArray()
                ? StreamSupport.stream(statement.spliterator(), false).toList()
                : List.of(statement);
        if (statements.isEmpty()) {
            throw new ValidationException("The policy has no Statement");
        }
        List<String> resources = List.of(configuredModel.toString(), jobsOf(configuredModel));
        return new Policy(
                statements.stream()
                        .map(each -> PolicyStatement.parse(each, resources))
                        .toList(),
                configuredModel);
    }

    private static String jobsOf(ResourceArn configuredModel) {
        return new ResourceArn(configuredModel.owner(), ResourceType.AUDIENCE_GENERATION_JOB, "*").toString();
    }

    /** Both the model and its owner's jobs must be allowed; what is denied is not allowed. */
    boolean allows(String account, Optional<String> collaborationId) {
        return allows(configuredModel.toString(), account, collaborationId)
                && allows(jobsOf(configuredModel), account, collaborationId);
    }

    private boolean allows(String resource, String account, Optional<String> collaborationId) {
        List<PolicyStatement> matching = statements.stream()
                .filter(each -> each.matches(resource, account, collaborationId))
                .toList();
        return !matching.isEmpty() && matching.stream().allMatch(PolicyStatement::allow);
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
