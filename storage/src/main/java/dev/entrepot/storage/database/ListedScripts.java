package dev.entrepot.storage.database;

import java.io.Reader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Collection;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Gives Flyway the scripts that a module names. */
record ListedScripts(Migrations module) implements ResourceProvider {
    @Override
    public @Nullable LoadableResource getResource(String name) {
        return module.scripts().contains(name) ? new Script(module, name) : null;
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return module.scripts().stream()
                .filter(name ->
                        name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                .<LoadableResource>map(name -> new Script(module, name))
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final Migrations module;
        private final String name;

        Script(Migrations module, String name) {
            this.module = module;
            this.name = name;
        }

        @Override
        public Reader read() {
            return new StringReader(module.text(name));
        }

        @Override
        public String getAbsolutePath() {
            return "db/migration/" + module.module() + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
