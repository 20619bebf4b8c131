package dev.entrepot.codegen;

import java.util.ArrayList;
import java.util.List;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;
import software.amazon.smithy.model.shapes.OperationShape;
import software.amazon.smithy.model.shapes.ShapeId;
import software.amazon.smithy.model.traits.HttpTrait;

/** The HTTP bindings of an operation: its http trait, then those that {@code entrepot#alsoBoundTo} adds. */
final class HttpForms {
    private static final ShapeId ALSO_BOUND_TO = ShapeId.from("entrepot#alsoBoundTo");

    private HttpForms() {}

    static List<String> of(OperationShape operation, SourceFile file) {
        List<String> forms = new ArrayList<>();
        operation
                .getTrait(HttpTrait.class)
                .ifPresent(
                        http -> forms.add(form(http.getMethod(), http.getUri().toString(), http.getCode(), file)));
        operation
                .findTrait(ALSO_BOUND_TO)
                .ifPresent(also -> also.toNode()
                        .expectArrayNode()
                        .getElementsAs(Node::expectObjectNode)
                        .forEach(each -> forms.add(form(each, file))));
        return forms;
    }

    private static String form(ObjectNode form, SourceFile file) {
        return form(
                form.expectStringMember("method").getValue(),
                form.expectStringMember("uri").getValue(),
                form.getNumberMemberOrDefault("code", 200).intValue(),
                file);
    }

    private static String form(String method, String uri, int status, SourceFile file) {
        return "new " + file.schema("HttpBinding") + "(" + Literals.text(method) + ", " + Literals.text(uri) + ", "
                + status + ")";
    }
}
