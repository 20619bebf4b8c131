package dev.entrepot.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** What the generator makes of a contract, compiled as strictly as the product and loaded. */
final class GeneratedCode {
    private final ClassLoader classes;

    private GeneratedCode(ClassLoader classes) {
        this.classes = classes;
    }

    /** @param shapes Smithy text without its version and namespace lines */
    static GeneratedCode of(Path work, String shapes) throws Exception {
        Path contract = Files.createDirectories(work.resolve("contract"));
        Files.writeString(contract.resolve("example.smithy"), "$version: \"2.0\"\nnamespace example\n" + shapes);
        return of(contract, work.resolve("generated"), "example=example");
    }

    static GeneratedCode of(Path contract, Path output, String... packages) throws Exception {
        Generate.main(Stream.concat(Stream.of(contract.toString(), output.toString()), Stream.of(packages))
                .toArray(String[]::new));
        Path classes = Files.createDirectories(output.resolveSibling("classes"));
        List<String> options = List.of(
                "-Xlint:all,-processing,-classfile",
                "-Werror",
                "-d",
                classes.toString(),
                "-classpath",
                home(Struct.class) + File.pathSeparator + home(NullMarked.class));
        List<Path> sources = files(output).keySet().stream()
                .filter(file -> file.endsWith(".java"))
                .map(output::resolve)
                .toList();
        var messages = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
        return new GeneratedCode(
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, GeneratedCode.class.getClassLoader()));
    }

    private static Path home(Class<?> type) throws Exception {
        URI home = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(home);
    }

    /** Relative path to text. */
    static Map<String, String> files(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString(), GeneratedCode::read, (a, b) -> a, TreeMap::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return classes.loadClass("example." + name);
    }

    Object constant(String type, String name) throws ReflectiveOperationException {
        return type(type).getField(name).get(null);
    }

    StructSchema schema(String type) throws ReflectiveOperationException {
        return (StructSchema) constant(type, "SCHEMA");
    }

    /** A builder filled as a codec fills it. */
    StructBuilder decoded(String type, Map<String, Object> members) throws ReflectiveOperationException {
        StructSchema schema = schema(type);
        StructBuilder builder = schema.newBuilder();
        members.forEach(
                (name, value) -> builder.set(schema.member(name).orElseThrow().index(), value));
        return builder;
    }

    /** What the named accessor or static method without parameters returns. */
    static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }
}
