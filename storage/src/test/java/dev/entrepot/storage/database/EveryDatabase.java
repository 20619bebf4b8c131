package dev.entrepot.storage.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Gives each test its database, twice: a SQLite file in a temporary folder, and a schema in a PostgreSQL of this JVM. */
final class EveryDatabase implements TestTemplateInvocationContextProvider {
    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return true;
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        return Stream.of(Dialect.values()).map(Invocation::new);
    }

    private record Invocation(Dialect dialect) implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return dialect.name();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new OneTest(dialect));
        }
    }

    private static final class OneTest implements ParameterResolver, AfterEachCallback, TestDatabase {
        private final Dialect dialect;
        private final List<Database> opened = new ArrayList<>();
        private final List<Path> folders = new ArrayList<>();
        private Function<List<Migrations>, Database> opener = modules -> {
            throw new IllegalStateException("No test is running");
        };

        OneTest(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == TestDatabase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            switch (dialect) {
                case SQLITE -> {
                    Path folder = newFolder();
                    opener = modules -> Databases.sqlite(folder, modules);
                }
                case POSTGRESQL -> {
                    var schema = EmbeddedServer.newSchema();
                    opener = modules -> Databases.postgresql(schema, modules);
                }
            }
            return this;
        }

        private Path newFolder() {
            try {
                Path folder = Files.createTempDirectory("entrepot-test");
                folders.add(folder);
                return folder;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public synchronized Database open(Migrations... modules) {
            Database database = opener.apply(List.of(modules));
            opened.add(database);
            return database;
        }

        @Override
        public Dialect dialect() {
            return dialect;
        }

        @Override
        public void afterEach(ExtensionContext context) throws IOException {
            opened.reversed().forEach(Database::close);
            for (Path folder : folders) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path path : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }
}
