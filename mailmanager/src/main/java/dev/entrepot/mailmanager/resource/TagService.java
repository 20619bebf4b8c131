package dev.entrepot.mailmanager.resource;

import dev.entrepot.mailmanager.contract.ConflictException;
import dev.entrepot.mailmanager.contract.ListTagsForResourceRequest;
import dev.entrepot.mailmanager.contract.ListTagsForResourceResponse;
import dev.entrepot.mailmanager.contract.MailManagerSvc;
import dev.entrepot.mailmanager.contract.ResourceNotFoundException;
import dev.entrepot.mailmanager.contract.ServiceQuotaExceededException;
import dev.entrepot.mailmanager.contract.Tag;
import dev.entrepot.mailmanager.contract.TagResourceRequest;
import dev.entrepot.mailmanager.contract.TagResourceResponse;
import dev.entrepot.mailmanager.contract.UntagResourceRequest;
import dev.entrepot.mailmanager.contract.UntagResourceResponse;
import dev.entrepot.mailmanager.request.Access;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The operations on tags (dossier, section 1.5). */
public final class TagService {
    private static final int MOST = 200;

    private final Access access;
    private final Database database;
    private final List<Tagged.Finder> finders;

    /** @param finders one for each kind of resource */
    public TagService(Access access, Database database, List<Tagged.Finder> finders) {
        this.access = access;
        this.database = database;
        this.finders = List.copyOf(finders);
    }

    public List<BoundOperation<?, ?>> operations() {
        return List.of(
                new BoundOperation<>(MailManagerSvc.TAG_RESOURCE, this::tagResource),
                new BoundOperation<>(MailManagerSvc.UNTAG_RESOURCE, this::untagResource),
                new BoundOperation<>(MailManagerSvc.LIST_TAGS_FOR_RESOURCE, this::listTagsForResource));
    }

    public static Map<String, String> map(List<Tag> tags) {
        Map<String, String> values = new LinkedHashMap<>();
        tags.forEach(tag -> values.put(tag.key(), tag.value()));
        return values;
    }

    private TagResourceResponse tagResource(TagResourceRequest input, RequestContext context) {
        return database.write(handle -> {
            Tagged resource = open(handle, "TagResource", input.resourceArn(), context);
            TagStore.put(handle, resource.id(), map(input.tags()));
            if (TagStore.list(handle, resource.id()).size() > MOST) {
                throw new ServiceQuotaExceededException("A resource has at most " + MOST + " tags.");
            }
            return TagResourceResponse.builder().build();
        });
    }

    private UntagResourceResponse untagResource(UntagResourceRequest input, RequestContext context) {
        return database.write(handle -> {
            Tagged resource = open(handle, "UntagResource", input.resourceArn(), context);
            TagStore.remove(handle, resource.id(), input.tagKeys());
            return UntagResourceResponse.builder().build();
        });
    }

    private ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest input, RequestContext context) {
        return database.read(handle -> {
            Tagged resource = find(handle, "ListTagsForResource", input.resourceArn(), context);
            List<Tag> tags = TagStore.list(handle, resource.id()).entrySet().stream()
                    .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                    .toList();
            return ListTagsForResourceResponse.builder().tags(tags).build();
        });
    }

    private Tagged open(Handle handle, String operation, String arn, RequestContext context) {
        Tagged resource = find(handle, operation, arn, context);
        if (!resource.isActive()) {
            throw new ConflictException("The archive is pending deletion; it takes no further modifications.");
        }
        return resource;
    }

    private Tagged find(Handle handle, String operation, String arn, RequestContext context) {
        Owner owner = Access.owner(context);
        Tagged resource = finders.stream()
                .flatMap(finder -> finder.find(handle, owner, arn).stream())
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException("There is no resource " + arn + "."));
        access.check(context, operation, arn);
        return resource;
    }
}
