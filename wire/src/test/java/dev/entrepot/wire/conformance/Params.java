package dev.entrepot.wire.conformance;

import dev.entrepot.wire.schema.EnumSchema;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Schema;
import dev.entrepot.wire.schema.ShapeType;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.ArrayNode;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.ObjectNode;

/** The suite's notation of values: times as epoch seconds, blobs as plain text, NaN and the infinities as strings. */
final class Params {
    private Params() {}

    static StructBuilder struct(StructSchema schema, ObjectNode params) {
        StructBuilder builder = schema.newBuilder();
        params.getStringMap().forEach((name, value) -> {
            Member member = schema.member(name).orElseThrow(() -> new AssertionError(schema + " has no " + name));
            if (!value.isNullNode()) {
                builder.set(member.index(), value(member.target(), value));
            }
        });
        return builder;
    }

    /** Defaults are values of the model, where blobs are Base64. */
    static Object defaultValue(Schema schema, Node node) {
        return schema.type() == ShapeType.BLOB
                ? ByteBuffer.wrap(Base64.getDecoder().decode(text(node)))
                : value(schema, node);
    }

    static Object value(Schema schema, Node node) {
        return switch (schema) {
            case StructSchema struct -> struct(struct, node.expectObjectNode());
            case ListSchema list -> list(list, node.expectArrayNode());
            case MapSchema map -> map(map, node.expectObjectNode());
            case EnumSchema constants ->
                constants.type() == ShapeType.ENUM
                        ? node.expectStringNode().getValue()
                        : number(node).intValueExact();
            case SimpleSchema simple -> simple(simple.type(), node);
        };
    }

    private static List<@Nullable Object> list(ListSchema schema, ArrayNode nodes) {
        var list = new ArrayList<@Nullable Object>();
        nodes.getElements().forEach(each -> list.add(element(schema.member(), each)));
        return list;
    }

    private static Map<String, @Nullable Object> map(MapSchema schema, ObjectNode nodes) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        nodes.getStringMap().forEach((key, each) -> map.put(key, element(schema.value(), each)));
        return map;
    }

    private static @Nullable Object element(Member member, Node node) {
        return node.isNullNode() ? null : value(member.target(), node);
    }

    private static Object simple(ShapeType type, Node node) {
        return switch (type) {
            case BOOLEAN -> node.expectBooleanNode().getValue();
            case BYTE -> number(node).byteValueExact();
            case SHORT -> number(node).shortValueExact();
            case INTEGER -> number(node).intValueExact();
            case LONG -> number(node).longValueExact();
            case FLOAT ->
                node.isStringNode()
                        ? Float.parseFloat(text(node))
                        : number(node).floatValue();
            case DOUBLE ->
                node.isStringNode()
                        ? Double.parseDouble(text(node))
                        : number(node).doubleValue();
            case BIG_INTEGER -> new BigInteger(number(node).toPlainString());
            case BIG_DECIMAL -> number(node);
            case STRING -> text(node);
            case BLOB -> ByteBuffer.wrap(text(node).getBytes(StandardCharsets.UTF_8));
            case TIMESTAMP -> instant(number(node));
            case DOCUMENT -> Documents.of(node);
            default -> throw new AssertionError("Not simple: " + type);
        };
    }

    private static String text(Node node) {
        return node.expectStringNode().getValue();
    }

    private static BigDecimal number(Node node) {
        return new BigDecimal(node.expectNumberNode().getValue().toString());
    }

    private static Instant instant(BigDecimal seconds) {
        return Instant.ofEpochSecond(0, seconds.movePointRight(9).longValueExact());
    }
}
