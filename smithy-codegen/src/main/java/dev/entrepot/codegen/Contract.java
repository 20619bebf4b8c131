package dev.entrepot.codegen;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.MemberShape;
import software.amazon.smithy.model.shapes.Shape;
import software.amazon.smithy.model.shapes.ShapeType;
import software.amazon.smithy.model.traits.TraitDefinition;

/** A validated model and where its shapes go in Java. */
record Contract(Model model, JavaNames names) {
    private static final Set<ShapeType> CLASSES =
            Set.of(ShapeType.STRUCTURE, ShapeType.UNION, ShapeType.ENUM, ShapeType.INT_ENUM, ShapeType.SERVICE);

    /** The shapes of one kind that become Java, in order of their ids. */
    <S extends Shape> List<S> shapes(Class<S> kind) {
        return own().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The simple names of the generated classes of a package. */
    Set<String> classes(String packageName) {
        return own().filter(shape -> CLASSES.contains(shape.getType()))
                .map(Shape::getId)
                .filter(id -> names.packageOf(id).equals(packageName))
                .map(names::className)
                .collect(Collectors.toSet());
    }

    private Stream<Shape> own() {
        return model.shapes()
                .filter(shape -> names.knows(shape.getId().getNamespace()))
                .filter(shape -> !shape.isMemberShape() && !shape.hasTrait(TraitDefinition.class))
                .sorted();
    }

    Shape target(MemberShape member) {
        return model.expectShape(member.getTarget());
    }

    /** Whether values of {@code start} may be or hold values of {@code sought}. */
    boolean reaches(Shape start, Shape sought) {
        Set<Shape> seen = new HashSet<>(Set.of(start));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            open.pop().members().stream().map(this::target).filter(seen::add).forEach(open::push);
        }
        return seen.contains(sought);
    }
}
