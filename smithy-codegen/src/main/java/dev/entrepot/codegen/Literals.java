package dev.entrepot.codegen;

import java.math.BigDecimal;
import java.time.Instant;
import software.amazon.smithy.model.node.Node;
import software.amazon.smithy.model.node.NumberNode;
import software.amazon.smithy.model.shapes.Shape;

/** Texts and default values as Java expressions. */
final class Literals {
    private Literals() {}

    static String text(String value) {
        var literal = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        return literal.append('"').toString();
    }

    /** A value in the form the codecs use: enums are texts there, timestamps instants. */
    static String value(Node node, Shape target, SourceFile file) {
        return switch (target.getType()) {
            case BYTE -> "(byte) " + number(node);
            case SHORT -> "(short) " + number(node);
            case LONG -> number(node) + "L";
            case FLOAT -> number(node) + "f";
            case DOUBLE -> number(node) + "d";
            case BIG_INTEGER, BIG_DECIMAL ->
                "new " + file.ref(target.isBigIntegerShape() ? "java.math.BigInteger" : "java.math.BigDecimal") + "("
                        + text(number(node)) + ")";
            case TIMESTAMP ->
                file.ref("java.time.Instant") + ".parse(" + text(instant(node).toString()) + ")";
            case BLOB ->
                file.ref("java.nio.ByteBuffer") + ".wrap(" + file.ref("java.util.Base64") + ".getDecoder().decode("
                        + text(node.expectStringNode().getValue()) + "))";
            default -> json(node, file);
        };
    }

    /** Of collections only empty ones can be defaults. */
    private static String json(Node node, SourceFile file) {
        return switch (node.getType()) {
            case STRING -> text(node.expectStringNode().getValue());
            case BOOLEAN -> String.valueOf(node.expectBooleanNode().getValue());
            case NUMBER -> number(node);
            case ARRAY -> file.ref("java.util.List") + ".of()";
            case OBJECT -> file.ref("java.util.Map") + ".of()";
            case NULL -> throw new IllegalArgumentException("null is no default value");
        };
    }

    private static String number(Node node) {
        NumberNode number = node.expectNumberNode();
        return new BigDecimal(number.getValue().toString()).toPlainString();
    }

    private static Instant instant(Node node) {
        if (node.isStringNode()) {
            return Instant.parse(node.expectStringNode().getValue());
        }
        return Instant.ofEpochMilli(
                new BigDecimal(number(node)).movePointRight(3).longValue());
    }
}
