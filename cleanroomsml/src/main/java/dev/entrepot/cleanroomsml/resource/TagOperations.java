package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.CleanRoomsML;
import dev.entrepot.cleanroomsml.contract.ListTagsForResourceRequest;
import dev.entrepot.cleanroomsml.contract.ListTagsForResourceResponse;
import dev.entrepot.cleanroomsml.contract.TagResourceRequest;
import dev.entrepot.cleanroomsml.contract.TagResourceResponse;
import dev.entrepot.cleanroomsml.contract.UntagResourceRequest;
import dev.entrepot.cleanroomsml.contract.UntagResourceResponse;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The three operations on tags. */
public final class TagOperations {
    private final Database database;
    private final Access access;

    public TagOperations(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    public List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(CleanRoomsML.TAG_RESOURCE, this::tag),
                new BoundOperation<>(CleanRoomsML.UNTAG_RESOURCE, this::untag),
                new BoundOperation<>(CleanRoomsML.LIST_TAGS_FOR_RESOURCE, this::list));
    }

    private TagResourceResponse tag(TagResourceRequest input, RequestContext context) {
        change(context, "TagResource", input.resourceArn(), tags -> Tags.with(tags, input.tags()));
        return TagResourceResponse.builder().build();
    }

    private UntagResourceResponse untag(UntagResourceRequest input, RequestContext context) {
        change(context, "UntagResource", input.resourceArn(), tags -> Tags.without(tags, input.tagKeys()));
        return UntagResourceResponse.builder().build();
    }

    private ListTagsForResourceResponse list(ListTagsForResourceRequest input, RequestContext context) {
        ResourceArn arn = access.check(context, "ListTagsForResource", input.resourceArn());
        Resource resource = database.read(handle -> ResourceStore.require(handle, arn));
        return new ListTagsForResourceResponse(resource.tags());
    }

    private void change(
            RequestContext context, String operation, String resourceArn, UnaryOperator<Map<String, String>> change) {
        ResourceArn arn = access.check(context, operation, resourceArn);
        database.write(handle -> {
            Resource resource = ResourceStore.require(handle, arn);
            ResourceStore.setTags(handle, arn, change.apply(resource.tags()));
            return arn;
        });
    }
}
