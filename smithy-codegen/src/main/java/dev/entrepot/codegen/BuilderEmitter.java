package dev.entrepot.codegen;

import java.util.List;

/** The nested builder of a record: typed setters, and what finishes a decoded value. */
record BuilderEmitter(JavaTypes types, ValueExpressions values) {
    void emit(String name, List<Field> fields, SourceFile file) {
        boolean collections = fields.stream()
                .anyMatch(
                        field -> field.target().isListShape() || field.target().isMapShape());
        file.gap()
                .doc(collections ? List.of("Keeps lists and maps as they are handed over until it builds.") : List.of())
                .open("public static final class Builder extends " + file.schema("RecordBuilder"));
        constructor(file);
        fields.forEach(field -> setters(field, file));
        build(name, fields.stream().map(field -> values.finished(field, file)).toList(), file);
        file.close();
    }

    static void constructor(SourceFile file) {
        file.open("private Builder()").line("super(SCHEMA);").close();
    }

    static void build(String name, List<String> arguments, SourceFile file) {
        file.gap()
                .line("@" + file.ref("java.lang.Override"))
                .open("public " + name + " build()")
                .list("return new " + name + "(", arguments, ");")
                .close();
    }

    void setters(Field field, SourceFile file) {
        setter(field, types.bare(field.target(), file), file);
        if (!field.always()) {
            setter(field, types.component(field, file), file);
        }
    }

    private static void setter(Field field, String type, SourceFile file) {
        file.gap()
                .open("public Builder " + field.name() + "(" + type + " " + field.name() + ")")
                .line("put(" + field.index() + ", " + field.name() + ");")
                .line("return this;")
                .close();
    }
}
