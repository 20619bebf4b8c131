package dev.entrepot.codegen;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import software.amazon.smithy.model.shapes.ShapeId;

/**
 * How shapes and members are called in Java.
 *
 * @param packages Smithy namespace to Java package
 */
record JavaNames(Map<String, String> packages) {
    /** Accessors that every record or builder has already, or that a record may not have. */
    private static final Set<String> TAKEN = Set.of(
            "build",
            "builder",
            "clone",
            "finalize",
            "get",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "optional",
            "required",
            "schema",
            "set",
            "toString",
            "wait");

    private static final Set<String> TAKEN_CLASSES = Set.of("Builder", "Schemas");
    private static final Pattern LEADING_CAPITALS = Pattern.compile("^[A-Z]+(?=[A-Z][a-z]|[0-9]|$)|^[A-Z]");

    boolean knows(String namespace) {
        return packages.containsKey(namespace);
    }

    String packageOf(ShapeId shape) {
        String name = packages.get(shape.getNamespace());
        if (name == null) {
            throw new ContractInvalid(shape + " is used, but its namespace has no Java package: add "
                    + shape.getNamespace() + "=<package>");
        }
        return name;
    }

    String className(ShapeId shape) {
        String name = capitalised(shape.getName());
        return TAKEN_CLASSES.contains(name) ? name + "Shape" : name;
    }

    String qualified(ShapeId shape) {
        return packageOf(shape) + "." + className(shape);
    }

    /** {@code S3BucketOwner} becomes {@code s3BucketOwner}, {@code KMSKeyId} {@code kmsKeyId}, {@code class} {@code class_}. */
    static String member(String name) {
        String joined = Stream.of(name.split("_"))
                .filter(part -> !part.isEmpty())
                .map(JavaNames::capitalised)
                .collect(Collectors.joining());
        String lower =
                LEADING_CAPITALS.matcher(joined).replaceFirst(run -> run.group().toLowerCase(Locale.ROOT));
        boolean usable = SourceVersion.isName(lower) && !TAKEN.contains(lower);
        return usable ? lower : lower + "_";
    }

    /** {@code GetS3Object} becomes {@code GET_S3_OBJECT}. */
    static String constant(String name) {
        String upper = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
                .toUpperCase(Locale.ROOT);
        boolean usable = SourceVersion.isName(upper) && !upper.equals("SCHEMA") && !upper.equals("SERVICE");
        return usable ? upper : upper + "_";
    }

    static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Adds the name to those in use, altered until it is new. */
    static String unique(String name, Set<String> used) {
        String free = name;
        while (!used.add(free)) {
            free += "_";
        }
        return free;
    }
}
