package dev.entrepot.wire.codec;

import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.schema.TimestampFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the dotted keys of awsQuery forms into builders; unknown keys are skipped. */
public final class QueryReader {
    private final QueryFlavour flavour;

    public QueryReader(QueryFlavour flavour) {
        this.flavour = flavour;
    }

    public void readStruct(FormParameters form, StructBuilder into) {
        struct(QueryNode.of(form, flavour), into);
    }

    private void struct(QueryNode node, StructBuilder into) {
        int set = 0;
        for (Member member : into.schema().members()) {
            var child = node.child(member.xmlName(), flavour);
            if (child.isPresent()) {
                into.set(member.index(), value(child.get(), member));
                set++;
            }
        }
        if (into.schema().type() == ShapeType.UNION && set != 1) {
            throw new MalformedInput("A union has exactly one member set");
        }
    }

    private Object value(QueryNode node, Member member) {
        return switch (member.type()) {
            case STRUCTURE, UNION -> {
                StructBuilder nested = ((StructSchema) member.target()).newBuilder();
                struct(node, nested);
                yield nested;
            }
            case LIST -> list(node, member, (ListSchema) member.target());
            case MAP -> map(node, member, (MapSchema) member.target());
            default -> scalar(node, member);
        };
    }

    private static Object scalar(QueryNode node, Member member) {
        String text = node.value().orElseThrow(() -> new MalformedInput("Expected one value").at(member.xmlName(), ""));
        return TextScalars.readNamed(member, member.xmlName(), text, TimestampFormat.DATE_TIME);
    }

    private List<Object> list(QueryNode node, Member member, ListSchema schema) {
        var list = new ArrayList<>();
        for (QueryNode element :
                elements(node, member.xmlFlattened(), schema.member().xmlName())) {
            list.add(value(element, schema.member()));
        }
        return list;
    }

    private List<QueryNode> elements(QueryNode node, boolean flattened, String wrapper) {
        QueryNode parent = flattened ? node : node.child(wrapper, flavour).orElse(node);
        if (flavour == QueryFlavour.LEGACY && !parent.hasElements()) {
            return List.of(parent);
        }
        return parent.elements();
    }

    private Map<String, Object> map(QueryNode node, Member member, MapSchema schema) {
        var map = new LinkedHashMap<String, Object>();
        QueryNode parent =
                member.xmlFlattened() ? node : node.child("entry", flavour).orElse(node);
        for (QueryNode entry : parent.elements()) {
            QueryNode key = entry.child(schema.key().xmlName(), flavour).orElse(entry);
            QueryNode value = entry.child(schema.value().xmlName(), flavour).orElse(entry);
            map.put(
                    key.value().orElseThrow(() -> new MalformedInput("A map entry has no key")),
                    value(value, schema.value()));
        }
        return map;
    }
}
