package dev.entrepot.wire.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;

/** The suite's nodes as plain Java values. */
final class Documents {
    private Documents() {}

    static @Nullable Object of(Node node) {
        return switch (node.getType()) {
            case NULL -> null;
            case BOOLEAN -> node.expectBooleanNode().getValue();
            case STRING -> node.expectStringNode().getValue();
            case NUMBER -> node.expectNumberNode().getValue();
            case ARRAY -> {
                var list = new ArrayList<@Nullable Object>();
                node.expectArrayNode().getElements().forEach(each -> list.add(of(each)));
                yield list;
            }
            case OBJECT -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                node.expectObjectNode().getStringMap().forEach((key, each) -> map.put(key, of(each)));
                yield map;
            }
        };
    }
}
