package dev.entrepot.cleanroomsml.resource;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of resources, as ARNs name them. */
public enum ResourceType {
    TRAINING_DATASET,
    AUDIENCE_MODEL,
    CONFIGURED_AUDIENCE_MODEL,
    AUDIENCE_GENERATION_JOB,
    /** No member on the wire carries the ARN of one. */
    AUDIENCE_EXPORT_JOB;

    /** {@code audience-model}. */
    public String inArn() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code an audience model}. */
    String words() {
        String words = inArn().replace('-', ' ');
        return (words.startsWith("a") ? "an " : "a ") + words;
    }

    static Optional<ResourceType> inArn(String text) {
        return Arrays.stream(values()).filter(type -> type.inArn().equals(text)).findFirst();
    }
}
