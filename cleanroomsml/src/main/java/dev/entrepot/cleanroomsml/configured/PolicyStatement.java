package dev.entrepot.cleanroomsml.configured;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.cleanroomsml.contract.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One statement of a policy.
 *
 * @param allow whether it allows or denies
 * @param accounts twelve digits each; {@code *} is any account
 * @param collaborationIds one of which a request must name; empty when it need not name any
 */
record PolicyStatement(boolean allow, List<String> accounts, List<String> resources, List<String> collaborationIds) {
    private static final String ANY = "*";
    private static final String ACTION = "cleanrooms-ml:StartAudienceGenerationJob";
    private static final String CONDITION = "StringEquals";
    private static final String CONDITION_KEY = "cleanrooms-ml:CollaborationId";
    private static final Set<String> MEMBERS = Set.of("Sid", "Effect", "Principal", "Action", "Resource", "Condition");
    private static final Pattern PRINCIPAL =
            Pattern.compile("(?<account>[0-9]{12})|arn:aws[-a-z]*:iam::(?<root>[0-9]{12}):root");

    /** @param possible the ARNs that it may be about */
    static PolicyStatement parse(JsonNode statement, List<String> possible) {
        if (!statement.isObject()) {
            throw new ValidationException("The policy's Statement must be an object or a list of them");
        }
        checkMembers(statement, MEMBERS);
        String effect = statement.path("Effect").asText();
        if (!effect.equals("Allow") && !effect.equals("Deny")) {
            throw new ValidationException("The Effect of a policy statement must be Allow or Deny");
        }
        if (!texts(statement.path("Action"), "Action").equals(List.of(ACTION))) {
            throw new ValidationException("The only Action of a policy statement must be " + ACTION);
        }
        List<String> resources = texts(statement.path("Resource"), "Resource");
        if (!possible.containsAll(resources)) {
            throw new ValidationException("The Resource of a policy statement must be among " + possible);
        }
        return new PolicyStatement(
                effect.equals("Allow"),
                accounts(statement.path("Principal")),
                resources,
                collaborationIds(statement.path("Condition")));
    }

    private static List<String> accounts(JsonNode principal) {
        if (principal.asText().equals(ANY)) {
            return List.of(ANY);
        }
        return texts(principal.path("AWS"), "Principal").stream()
                .map(PolicyStatement::account)
                .toList();
    }

    private static String account(String principal) {
        Matcher parts = PRINCIPAL.matcher(principal);
        if (principal.equals(ANY)) {
            return ANY;
        }
        if (!parts.matches()) {
            throw new ValidationException("The Principal of a policy statement must be *, or AWS with account ids or "
                    + "ARNs such as arn:aws:iam::111122223333:root");
        }
        return Optional.ofNullable(parts.group("account")).orElseGet(() -> parts.group("root"));
    }

    private static List<String> collaborationIds(JsonNode condition) {
        if (condition.isMissingNode()) {
            return List.of();
        }
        JsonNode equal = condition.path(CONDITION);
        if (condition.size() != 1 || equal.size() != 1) {
            throw new ValidationException(
                    "The Condition of a policy statement must be " + CONDITION + " of " + CONDITION_KEY);
        }
        return texts(equal.path(CONDITION_KEY), "Condition");
    }

    /** A text, or a list of at least one. */
    private static List<String> texts(JsonNode node, String member) {
        var texts = new ArrayList<String>();
        (node.isArray() ? node : List.of(node)).forEach(each -> {
            if (!each.isTextual()) {
                throw new ValidationException(
                        "The " + member + " of a policy statement must be a text or a list of texts");
            }
            texts.add(each.asText());
        });
        if (texts.isEmpty()) {
            throw new ValidationException("The " + member + " of a policy statement must not be empty");
        }
        return texts;
    }

    static void checkMembers(JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new ValidationException("The policy has the unknown member " + name);
            }
        });
    }

    boolean matches(String resource, String account, Optional<String> collaborationId) {
        return resources.contains(resource)
                && (accounts.contains(ANY) || accounts.contains(account))
                && (collaborationIds.isEmpty()
                        || collaborationId.filter(collaborationIds::contains).isPresent());
    }
}
