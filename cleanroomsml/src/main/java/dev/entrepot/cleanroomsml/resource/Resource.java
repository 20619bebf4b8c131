package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.StatusDetails;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructSchema;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A resource as its row is.
 *
 * @param parent the id of the resource it depends on; empty for none
 * @param copied whether it is the other account that started what both see
 * @param request the request that made it, as JSON
 * @param document what its type keeps besides, as JSON; empty for nothing
 * @param result what came of its job; empty for nothing
 */
public record Resource(
        ResourceArn arn,
        String name,
        String parent,
        boolean copied,
        Status status,
        Optional<StatusDetails> statusDetails,
        String request,
        String document,
        String result,
        Map<String, String> tags,
        Instant createdAt,
        Instant updatedAt) {
    public Resource {
        tags = Collections.unmodifiableMap(new TreeMap<>(tags)); // answers have them in order
    }

    /** A new one without a parent, which nothing more has to be done for. */
    public static Resource create(ResourceArn arn, String name, Struct request, Map<String, String> tags, Instant now) {
        return new Resource(
                arn,
                name,
                "",
                false,
                Status.ACTIVE,
                Optional.empty(),
                ContractJson.write(request),
                "",
                "",
                tags,
                now,
                now);
    }

    public Resource under(String parentId) {
        return new Resource(
                arn,
                name,
                parentId,
                copied,
                status,
                statusDetails,
                request,
                document,
                result,
                tags,
                createdAt,
                updatedAt);
    }

    public Resource in(Status newStatus) {
        return new Resource(
                arn,
                name,
                parent,
                copied,
                newStatus,
                statusDetails,
                request,
                document,
                result,
                tags,
                createdAt,
                updatedAt);
    }

    public Resource with(String newDocument) {
        return new Resource(
                arn,
                name,
                parent,
                copied,
                status,
                statusDetails,
                request,
                newDocument,
                result,
                tags,
                createdAt,
                updatedAt);
    }

    /** The same resource in another account, by another name and with other tags. */
    public Resource as(String account, String otherName, Map<String, String> otherTags) {
        return new Resource(
                arn.in(account),
                otherName,
                parent,
                true,
                status,
                statusDetails,
                request,
                document,
                result,
                otherTags,
                createdAt,
                updatedAt);
    }

    /** The request that made it, as the contract has it. */
    public <T extends Struct> T request(StructSchema schema, Class<T> type) {
        return ContractJson.read(request, schema, type);
    }

    /** Its tags as answers have them: absent when there are none. */
    public Optional<Map<String, String>> shownTags() {
        return Optional.of(tags).filter(all -> !all.isEmpty());
    }
}
