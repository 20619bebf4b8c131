package dev.entrepot.storage.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tables of one module, as SQL scripts {@code V1__name.sql, V2__…} in the class path folder
 * {@code db/migration/<module>}. They are named one by one, because searching the class path costs more than running them.
 * Each module has its own version numbers. In a script {@code ${bytewise}} after a TEXT type orders it by its bytes, and
 * {@code ${clustered}} after a table's closing parenthesis keeps its rows in primary-key order where that can be had; a column of
 * the type {@code ${rowid}} that alone is the primary key costs no index where that can be had; bytes are {@code BYTEA}.
 */
public record Migrations(String module, List<String> scripts) {
    private static final Pattern MODULE = Pattern.compile("[a-z][a-z0-9]*");
    private static final Pattern SCRIPT = Pattern.compile("V[0-9]+__[a-z0-9_]+\\.sql");

    public Migrations {
        scripts = List.copyOf(scripts);
        if (!MODULE.matcher(module).matches()) {
            throw new IllegalArgumentException(
                    "A module's name is lower-case letters and digits, not '" + module + "'");
        }
        for (String script : scripts) {
            if (!SCRIPT.matcher(script).matches()) {
                throw new IllegalArgumentException("A script is called like V1__tables.sql, not '" + script + "'");
            }
        }
    }

    public static Migrations of(String module, String... scripts) {
        return new Migrations(module, List.of(scripts));
    }

    String text(String script) {
        String resource = "/db/migration/" + module + "/" + script;
        try (InputStream in = Migrations.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The class path has no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + resource, e);
        }
    }
}
