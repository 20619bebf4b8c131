package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.StatusDetails;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** The table of resources. What names an id alone is about all accounts that have the resource. */
public final class ResourceStore {
    private static final String OWNED = " WHERE account = :account AND region = :region AND type = :type";
    private static final String PENDING = " AND status IN ('CREATE_PENDING', 'CREATE_IN_PROGRESS')";

    private static final RowMapper<Resource> ROW = (row, context) -> new Resource(
            new ResourceArn(
                    new Owner(row.getString("account"), row.getString("region")),
                    ResourceType.valueOf(row.getString("type")),
                    row.getString("id")),
            row.getString("name"),
            row.getString("parent"),
            row.getBoolean("copied"),
            Status.valueOf(row.getString("status")),
            details(row.getString("status_code"), row.getString("status_message")),
            row.getString("request"),
            row.getString("document"),
            row.getString("result"),
            ContractJson.readTags(row.getString("tags")),
            Columns.instant(row.getLong("created_at")),
            Columns.instant(row.getLong("updated_at")));

    private ResourceStore() {}

    private static Optional<StatusDetails> details(@Nullable String code, @Nullable String message) {
        return Optional.ofNullable(message)
                .map(each -> new StatusDetails(Optional.ofNullable(code), Optional.of(each)));
    }

    public static Optional<Resource> find(Handle handle, ResourceArn arn) {
        return owned(handle, "SELECT * FROM cleanroomsml_resource", " AND id = :id", arn.owner(), arn.type())
                .bind("id", arn.id())
                .map(ROW)
                .findOne();
    }

    /** @throws dev.entrepot.cleanroomsml.contract.ResourceNotFoundException when it is not there */
    public static Resource require(Handle handle, ResourceArn arn) {
        return find(handle, arn).orElseThrow(() -> Refusals.notFound(arn));
    }

    static Optional<Resource> findNamed(Handle handle, Owner owner, ResourceType type, String scope, String name) {
        return owned(handle, "SELECT * FROM cleanroomsml_resource", " AND scope = :scope AND name = :name", owner, type)
                .bind("scope", scope)
                .bind("name", name)
                .map(ROW)
                .findOne();
    }

    /** The latest first, those behind a place only. */
    static List<Resource> list(
            Handle handle,
            Owner owner,
            ResourceType type,
            Optional<String> parent,
            Optional<ListPosition> after,
            int limit) {
        Query query = owned(
                        handle,
                        "SELECT * FROM cleanroomsml_resource",
                        (parent.isPresent() ? " AND parent = :parent" : "")
                                + (after.isPresent() ? " AND (created_at, id) < (:afterTime, :afterId)" : "")
                                + " ORDER BY created_at DESC, id DESC LIMIT :limit",
                        owner,
                        type)
                .bind("limit", limit);
        parent.ifPresent(id -> query.bind("parent", id));
        after.ifPresent(
                position -> query.bind("afterTime", position.createdAt()).bind("afterId", position.id()));
        return query.map(ROW).list();
    }

    public static int count(Handle handle, Owner owner, ResourceType type) {
        return count(owned(handle, "SELECT count(*) FROM cleanroomsml_resource", "", owner, type));
    }

    /** Those that the owner started and that are being created. */
    public static int countPending(Handle handle, Owner owner, ResourceType type) {
        return count(
                owned(handle, "SELECT count(*) FROM cleanroomsml_resource", PENDING + " AND NOT copied", owner, type));
    }

    /** The children of one parent in one account whose status is ACTIVE. */
    public static int countActive(Handle handle, Owner owner, ResourceType type, String parent) {
        return count(owned(
                        handle,
                        "SELECT count(*) FROM cleanroomsml_resource",
                        " AND parent = :parent AND status = 'ACTIVE'",
                        owner,
                        type)
                .bind("parent", parent));
    }

    /** Whether anything depends on it; what could not be created does not. */
    public static boolean isUsed(Handle handle, String id) {
        return count(handle.createQuery(
                                "SELECT count(*) FROM cleanroomsml_resource WHERE parent = :id AND status <> 'CREATE_FAILED'")
                        .bind("id", id))
                > 0;
    }

    public static boolean hasPendingChild(Handle handle, String id) {
        return count(handle.createQuery("SELECT count(*) FROM cleanroomsml_resource WHERE parent = :id" + PENDING)
                        .bind("id", id))
                > 0;
    }

    private static Query owned(Handle handle, String select, String where, Owner owner, ResourceType type) {
        return handle.createQuery(select + OWNED + where).bindMethods(owner).bind("type", type.name());
    }

    private static int count(Query query) {
        return query.mapTo(int.class).one();
    }

    /** The name must be free in its scope. */
    static void add(Handle handle, Resource resource, String scope) {
        handle.createUpdate("""
                        INSERT INTO cleanroomsml_resource
                            (id, account, region, type, scope, name, parent, copied, status, request, document, result, tags,
                             created_at, updated_at)
                        VALUES (:id, :account, :region, :type, :scope, :name, :parent, :copied, :status, :request, :document,
                             :result, :tags, :created, :updated)""")
                .bind("id", resource.arn().id())
                .bindMethods(resource.arn().owner())
                .bind("type", resource.arn().type().name())
                .bind("scope", scope)
                .bind("name", resource.name())
                .bind("parent", resource.parent())
                .bind("copied", resource.copied())
                .bind("status", resource.status().name())
                .bind("request", resource.request())
                .bind("document", resource.document())
                .bind("result", resource.result())
                .bind("tags", ContractJson.writeTags(resource.tags()))
                .bind("created", resource.createdAt())
                .bind("updated", resource.updatedAt())
                .execute();
    }

    /** @param details empty for states that need no reason */
    public static void setStatus(
            Handle handle, String id, Status status, Optional<StatusDetails> details, Instant now) {
        handle.createUpdate("""
                        UPDATE cleanroomsml_resource
                        SET status = :status, status_code = :code, status_message = :message, updated_at = :now
                        WHERE id = :id""")
                .bind("id", id)
                .bind("status", status.name())
                .bindByType("code", details.flatMap(StatusDetails::statusCode).orElse(null), String.class)
                .bindByType("message", details.flatMap(StatusDetails::message).orElse(null), String.class)
                .bind("now", now)
                .execute();
    }

    public static void setDocument(Handle handle, String id, String parent, String document, Instant now) {
        handle.createUpdate("""
                        UPDATE cleanroomsml_resource SET parent = :parent, document = :document, updated_at = :now
                        WHERE id = :id""")
                .bind("id", id)
                .bind("parent", parent)
                .bind("document", document)
                .bind("now", now)
                .execute();
    }

    public static void setResult(Handle handle, String id, String result) {
        handle.execute("UPDATE cleanroomsml_resource SET result = ? WHERE id = ?", result, id);
    }

    /** Of one account's resource; it counts as no update. */
    static void setTags(Handle handle, ResourceArn arn, Map<String, String> tags) {
        handle.createUpdate("UPDATE cleanroomsml_resource SET tags = :tags WHERE id = :id AND account = :account")
                .bind("tags", ContractJson.writeTags(tags))
                .bind("id", arn.id())
                .bind("account", arn.owner().account())
                .execute();
    }

    public static void delete(Handle handle, String id) {
        handle.execute("DELETE FROM cleanroomsml_resource WHERE id = ?", id);
    }

    public static void deleteChildren(Handle handle, String parent) {
        handle.execute("DELETE FROM cleanroomsml_resource WHERE parent = ?", parent);
    }
}
