package dev.entrepot.cleanroomsml.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A column of plain values.
 *
 * @param index its place among all of the file
 * @param root the outermost name: that of the column that a table has
 */
public record Leaf(int index, String root, ColumnDescriptor descriptor, SchemaElement element) {
    private static final int DEEPEST = 50;

    /** Whether its values are texts, numbers, truth values or moments. */
    public boolean isPlain() {
        return Texts.areKnown(element);
    }

    /** Its type by Glue's name, such as {@code bigint} or {@code array<string>}; whole days and decimals are not plain. */
    public String glueType() {
        String plain = Texts.areMoments(element)
                ? "timestamp"
                : switch (element.getType()) {
                    case BOOLEAN -> "boolean";
                    case INT32 -> "int";
                    case INT64 -> "bigint";
                    case INT96 -> "timestamp";
                    case FLOAT -> "float";
                    case DOUBLE -> "double";
                    case BYTE_ARRAY, FIXED_LEN_BYTE_ARRAY -> "string";
                };
        return descriptor.getMaxRepetitionLevel() > 0 ? "array<" + plain + ">" : plain;
    }

    static List<Leaf> all(List<SchemaElement> schema) throws IOException {
        var leaves = new ArrayList<Leaf>();
        Iterator<SchemaElement> elements = schema.iterator();
        try {
            int fields = elements.next().getNum_children();
            for (int i = 0; i < fields; i++) {
                add(elements, List.of(), 0, 0, leaves);
            }
        } catch (NoSuchElementException e) {
            throw new IOException("A schema that ends too early", e);
        }
        return List.copyOf(leaves);
    }

    /** Walks one field with all below it: the schema is a tree whose nodes stand in the order of such a walk. */
    private static void add(
            Iterator<SchemaElement> elements, List<String> above, int repetition, int definition, List<Leaf> leaves)
            throws IOException {
        SchemaElement element = elements.next();
        var path = new ArrayList<>(above);
        path.add(element.getName());
        boolean isRepeated = element.getRepetition_type() == FieldRepetitionType.REPEATED;
        int repetitions = repetition + (isRepeated ? 1 : 0);
        int definitions = definition + (element.getRepetition_type() == FieldRepetitionType.REQUIRED ? 0 : 1);
        if (path.size() > DEEPEST) {
            throw new IOException("A schema too deep");
        }
        if (element.getNum_children() == 0) {
            leaves.add(new Leaf(
                    leaves.size(), path.getFirst(), descriptor(element, path, repetitions, definitions), element));
        }
        for (int i = 0; i < element.getNum_children(); i++) {
            add(elements, path, repetitions, definitions, leaves);
        }
    }

    private static ColumnDescriptor descriptor(
            SchemaElement element, List<String> path, int repetitions, int definitions) throws IOException {
        if (!element.isSetType()) {
            throw new IOException("A column without a type");
        }
        PrimitiveTypeName name = switch (element.getType()) {
            case BOOLEAN -> PrimitiveTypeName.BOOLEAN;
            case INT32 -> PrimitiveTypeName.INT32;
            case INT64 -> PrimitiveTypeName.INT64;
            case INT96 -> PrimitiveTypeName.INT96;
            case FLOAT -> PrimitiveTypeName.FLOAT;
            case DOUBLE -> PrimitiveTypeName.DOUBLE;
            case BYTE_ARRAY -> PrimitiveTypeName.BINARY;
            case FIXED_LEN_BYTE_ARRAY -> PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
        };
        var type = new PrimitiveType(Repetition.OPTIONAL, name, element.getType_length(), element.getName());
        return new ColumnDescriptor(path.toArray(String[]::new), type, repetitions, definitions);
    }
}
