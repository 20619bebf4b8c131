package dev.entrepot.sesv2.contact;

import dev.entrepot.sesv2.contract.ListTagsForResourceRequest;
import dev.entrepot.sesv2.contract.ListTagsForResourceResponse;
import dev.entrepot.sesv2.contract.NotFoundException;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.sesv2.contract.Tag;
import dev.entrepot.sesv2.contract.TagResourceRequest;
import dev.entrepot.sesv2.contract.TagResourceResponse;
import dev.entrepot.sesv2.contract.UntagResourceRequest;
import dev.entrepot.sesv2.contract.UntagResourceResponse;
import dev.entrepot.sesv2.request.Access;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.Database;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.RequestContext;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/** The three operations on tags; contact lists are the resources that have them here. */
final class TagOperations {
    private static final Pattern CONTACT_LIST = Pattern.compile("arn:aws[a-z-]*:ses:(?<region>[a-z0-9-]{1,32})"
            + ":(?<account>[0-9]{12}):contact-list/(?<name>[A-Za-z0-9_-]{1,64})");

    private final Database database;
    private final Access access;

    TagOperations(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    List<BoundOperation<?, ?>> all() {
        return List.of(
                new BoundOperation<>(SESv2.TAG_RESOURCE, this::tag),
                new BoundOperation<>(SESv2.UNTAG_RESOURCE, this::untag),
                new BoundOperation<>(SESv2.LIST_TAGS_FOR_RESOURCE, this::list));
    }

    private TagResourceResponse tag(TagResourceRequest input, RequestContext context) {
        change(context, "TagResource", input.resourceArn(), tags -> TagRules.with(tags, input.tags()));
        return TagResourceResponse.builder().build();
    }

    private UntagResourceResponse untag(UntagResourceRequest input, RequestContext context) {
        change(
                context,
                "UntagResource",
                input.resourceArn(),
                tags -> tags.stream()
                        .filter(tag -> !input.tagKeys().contains(tag.key()))
                        .toList());
        return UntagResourceResponse.builder().build();
    }

    private ListTagsForResourceResponse list(ListTagsForResourceRequest input, RequestContext context) {
        String name = name(input.resourceArn());
        Owner owner = access.check(context, "ListTagsForResource", "contact-list/" + name);
        ContactListRow list = database.read(handle -> find(handle, owner, input.resourceArn()));
        return new ListTagsForResourceResponse(list.tags());
    }

    private void change(RequestContext context, String operation, String arn, UnaryOperator<List<Tag>> change) {
        Owner owner = access.check(context, operation, "contact-list/" + name(arn));
        database.write(handle -> {
            ContactListRow list = find(handle, owner, arn);
            ContactListStore.setTags(handle, list.id(), change.apply(list.tags()));
            return true;
        });
    }

    private static String name(String arn) {
        Matcher parts = CONTACT_LIST.matcher(arn);
        if (!parts.matches()) {
            throw noSuchResource(arn);
        }
        return parts.group("name");
    }

    /** Another account's list is as unknown as one that never was. */
    private static ContactListRow find(Handle handle, Owner owner, String arn) {
        Matcher parts = CONTACT_LIST.matcher(arn);
        if (!parts.matches() || !owner.equals(new Owner(parts.group("account"), parts.group("region")))) {
            throw noSuchResource(arn);
        }
        return ContactListStore.find(handle, owner, parts.group("name")).orElseThrow(() -> noSuchResource(arn));
    }

    private static NotFoundException noSuchResource(String arn) {
        return new NotFoundException("Resource <" + arn + "> doesn't exist.");
    }
}
