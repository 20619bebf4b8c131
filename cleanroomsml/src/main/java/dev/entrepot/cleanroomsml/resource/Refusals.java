package dev.entrepot.cleanroomsml.resource;

import dev.entrepot.cleanroomsml.contract.ConflictException;
import dev.entrepot.cleanroomsml.contract.ResourceNotFoundException;

/** Answers that several operations give. */
public final class Refusals {
    private Refusals() {}

    public static ResourceNotFoundException notFound(ResourceArn arn) {
        return notFound(arn.toString());
    }

    public static ResourceNotFoundException notFound(String arn) {
        return new ResourceNotFoundException("There is no resource " + arn);
    }

    public static ConflictException inUse(ResourceType type, ResourceType by) {
        return new ConflictException(sentence(type) + " is in use by " + by.words());
    }

    public static ConflictException notActive(ResourceType type) {
        return new ConflictException("The " + noun(type) + " is not ACTIVE");
    }

    public static ConflictException beingCreated(ResourceType type) {
        return new ConflictException("The " + noun(type) + " is still being created");
    }

    static ConflictException nameTaken(ResourceType type, String name) {
        return new ConflictException(Character.toUpperCase(type.words().charAt(0))
                + type.words().substring(1) + " named '" + name + "' already exists");
    }

    private static String sentence(ResourceType type) {
        return "The " + noun(type);
    }

    private static String noun(ResourceType type) {
        return type.inArn().replace('-', ' ');
    }
}
