package dev.entrepot.codegen;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A Java source under construction: its lines, and the imports that the names in them need. */
final class SourceFile {
    private static final int WIDTH = 120;

    private final String packageName;
    private final String className;
    private final Set<String> siblings;
    private final Map<String, String> declared = new HashMap<>();
    private final Set<String> imports = new TreeSet<>();
    private final StringBuilder body = new StringBuilder();
    private int level;

    /** @param siblings the simple names of all generated classes of the package */
    SourceFile(String packageName, String className, Set<String> siblings) {
        this.packageName = packageName;
        this.className = className;
        this.siblings = siblings;
        declared.put(className, packageName + "." + className);
    }

    /** Reserves the simple name of a nested class. */
    void nests(String simpleName) {
        declared.put(simpleName, packageName + "." + className + "." + simpleName);
    }

    /** The name to write for a class: the simple one, with an import, unless it means another class here. */
    String ref(String qualified) {
        int dot = qualified.lastIndexOf('.');
        String home = qualified.substring(0, dot);
        String simple = qualified.substring(dot + 1);
        boolean hidden = siblings.contains(simple) && !home.equals(packageName);
        if (hidden || !declared.computeIfAbsent(simple, unused -> qualified).equals(qualified)) {
            return qualified;
        }
        if (!home.equals("java.lang") && !home.equals(packageName)) {
            imports.add(qualified);
        }
        return simple;
    }

    String schema(String simpleName) {
        return ref("dev.entrepot.wire.schema." + simpleName);
    }

    /** The type with the annotation where Java wants it: before the simple name. */
    String nullable(String type) {
        int generics = type.indexOf('<');
        int dot = type.lastIndexOf('.', generics < 0 ? type.length() : generics);
        return type.substring(0, dot + 1) + "@" + ref("org.jspecify.annotations.Nullable") + " "
                + type.substring(dot + 1);
    }

    SourceFile line(String text) {
        body.append(text.isEmpty() ? "" : "    ".repeat(level)).append(text).append('\n');
        return this;
    }

    SourceFile lines(String block) {
        block.lines().forEach(this::line);
        return this;
    }

    SourceFile gap() {
        return line("");
    }

    SourceFile open(String header) {
        line(header + " {");
        level++;
        return this;
    }

    SourceFile close() {
        level--;
        return line("}");
    }

    /** Ends a switch expression. */
    SourceFile closeStatement() {
        level--;
        return line("};");
    }

    /** Opens a block whose header has a list. */
    SourceFile openList(String before, Collection<String> items, String after) {
        list(before, items, after + " {");
        level++;
        return this;
    }

    /** Items between two texts: on one line where it fits, else one a line. */
    SourceFile list(String before, Collection<String> items, String after) {
        String whole = before + String.join(", ", items) + after;
        if (items.isEmpty() || level * 4 + whole.length() <= WIDTH && !whole.contains("\n")) {
            return line(whole);
        }
        line(before);
        String indent = "        ";
        lines(indent + String.join(",\n" + indent, items) + after);
        return this;
    }

    /** A documentation comment; Smithy's is Markdown, and so are Java's. */
    SourceFile doc(List<String> paragraphs) {
        for (String paragraph : paragraphs) {
            paragraph.lines().forEach(text -> line(("/// " + text).stripTrailing()));
        }
        return this;
    }

    String path() {
        return packageName.replace('.', '/') + "/" + className + ".java";
    }

    String text() {
        var text = new StringBuilder("package ").append(packageName).append(";\n\n");
        imports.forEach(name -> text.append("import ").append(name).append(";\n"));
        return text.append(imports.isEmpty() ? "" : "\n").append(body).toString();
    }
}
