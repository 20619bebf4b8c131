package dev.entrepot.mailmanager.resource;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** The tags of a resource, which is known by its id. */
public final class TagStore {
    private TagStore() {}

    /** By name. */
    static Map<String, String> list(Handle handle, String resource) {
        Map<String, String> tags = new TreeMap<>();
        handle.createQuery("SELECT name, value FROM mail_tag WHERE resource = ?")
                .bind(0, resource)
                .map((row, context) -> tags.put(row.getString("name"), row.getString("value")))
                .list();
        return tags;
    }

    /** A tag that is there takes the new value. */
    public static void put(Handle handle, String resource, Map<String, String> tags) {
        tags.forEach((name, value) -> handle.createUpdate("""
                        INSERT INTO mail_tag (resource, name, value) VALUES (?, ?, ?)
                        ON CONFLICT (resource, name) DO UPDATE SET value = excluded.value""")
                .bind(0, resource)
                .bind(1, name)
                .bind(2, value)
                .execute());
    }

    static void remove(Handle handle, String resource, Collection<String> names) {
        names.forEach(name -> handle.execute("DELETE FROM mail_tag WHERE resource = ? AND name = ?", resource, name));
    }

    /** Once the resource is gone. */
    public static void removeAll(Handle handle, String resource) {
        handle.execute("DELETE FROM mail_tag WHERE resource = ?", resource);
    }
}
