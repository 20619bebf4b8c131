package dev.entrepot.simpledb.export;

import dev.entrepot.simpledb.export.contract.InvalidParameterValueException;
import dev.entrepot.wire.protocol.WireError;
import dev.entrepot.wire.validation.Violation;
import dev.entrepot.wire.validation.Violation.Broken;
import java.util.List;
import java.util.Map;

/** The documented texts for members that break the contract (SimpleDB dossier, section 1.6). */
final class ParameterRules {
    /** @param content the rule for everything but the length */
    private record Rule(String parameter, String length, String content) {}

    private static final Map<String, Rule> RULES = Map.of(
            "clientToken",
            new Rule(
                    "ClientToken",
                    "ClientToken must be between 1 and 128 characters long.",
                    "ClientToken must only contain ASCII characters in the range of 33-126, inclusive."),
            "domainName",
            new Rule(
                    "DomainName",
                    "DomainName must be between 3 and 255 characters long.",
                    "DomainName must only contain letters, numbers, underscores, periods, and hyphens."),
            "exportArn",
            new Rule(
                    "ExportArn",
                    "ExportArn must be between 20 and 2048 characters long.",
                    "ExportArn must be a valid Amazon SimpleDB Domain Export ARN."),
            "maxResults",
            new Rule("MaxResults", "", "MaxResults must be between 1 and 100."),
            "nextToken",
            new Rule(
                    "NextToken",
                    "NextToken must be between 1 and 2048 characters long.",
                    "NextToken must only contain letters, numbers, underscores, hyphens, and equals signs."),
            "s3Bucket",
            new Rule(
                    "S3BucketName",
                    "S3BucketName must be between 3 and 63 characters long.",
                    "S3BucketName must only contain letters, numbers, periods, and hyphens."),
            "s3BucketOwner",
            new Rule("S3BucketOwner", "", "S3BucketOwner must be a valid AWS account ID."),
            "s3KeyPrefix",
            new Rule("S3KeyPrefix", "S3KeyPrefix must be between 1 and 850 characters long.", ""),
            "s3SseAlgorithm",
            new Rule("S3SseAlgorithm", "", "S3SseAlgorithm can only be AES256 or KMS."),
            "s3SseKmsKeyId",
            new Rule(
                    "S3SseKmsKeyId",
                    "S3SseKmsKeyId must be between 1 and 2048 characters long.",
                    "S3SseKmsKeyId must only contain letters, numbers, underscores, colons, and hyphens."));
    private static final int LONGEST_SHOWN = 2048;

    private ParameterRules() {}

    /** The first violation's error; the API has one message, and one is enough to act on. */
    static WireError spell(List<Violation> violations) {
        Violation violation = violations.getFirst();
        Rule rule = RULES.get(violation.member().name());
        String text = switch (violation.broken()) {
            case Broken.Required() -> "";
            case Broken.Length length -> rule.length;
            default -> rule.content;
        };
        String value = violation.value().map(Object::toString).orElse("null");
        return WireError.of(invalid(value, rule.parameter, text));
    }

    static InvalidParameterValueException invalidArn(String value) {
        Rule rule = RULES.get("exportArn");
        return invalid(value, rule.parameter, rule.content);
    }

    private static InvalidParameterValueException invalid(String value, String parameter, String rule) {
        String shown = value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "...";
        return new InvalidParameterValueException(
                ("Value (" + shown + ") for parameter " + parameter + " is invalid. " + rule).stripTrailing());
    }
}
