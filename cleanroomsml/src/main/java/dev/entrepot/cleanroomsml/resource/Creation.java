package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.wire.schema.Struct;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * How a named resource comes to be. There are no client tokens, so a request that comes again, alike in everything, makes nothing and is
 * answered as the first was; another one of the same name is refused (dossier, section 1.5).
 */
public final class Creation {
    private Creation() {}

    /** What an equal request made before. Every creation asks before all its other checks. */
    public static Optional<ResourceArn> earlier(Handle handle, ResourceArn arn, String name, Struct request) {
        return earlier(handle, arn, "", name, request);
    }

    /** The same in a scope of names. */
    public static Optional<ResourceArn> earlier(
            Handle handle, ResourceArn arn, String scope, String name, Struct request) {
        Optional<Resource> found = ResourceStore.findNamed(handle, arn.owner(), arn.type(), scope, name);
        if (found.isPresent()
                && !found.get().request(request.schema(), request.getClass()).equals(request)) {
            throw Refusals.nameTaken(arn.type(), name);
        }
        return found.map(Resource::arn);
    }

    public static void add(Handle handle, Resource resource) {
        add(handle, resource, "");
    }

    /** @param scope that the name is unique in */
    public static void add(Handle handle, Resource resource, String scope) {
        ResourceArn arn = resource.arn();
        if (ResourceStore.findNamed(handle, arn.owner(), arn.type(), scope, resource.name())
                .isPresent()) {
            throw Refusals.nameTaken(arn.type(), resource.name());
        }
        ResourceStore.add(handle, resource, scope);
    }
}
