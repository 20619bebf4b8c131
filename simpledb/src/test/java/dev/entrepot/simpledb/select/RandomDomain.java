package dev.entrepot.simpledb.select;

import dev.entrepot.simpledb.Stage;
import dev.entrepot.simpledb.domain.Attributes;
import dev.entrepot.simpledb.domain.Domain;
import dev.entrepot.simpledb.domain.DomainStore;
import dev.entrepot.simpledb.domain.DomainWrite;
import dev.entrepot.simpledb.domain.FormerItems;
import dev.entrepot.simpledb.domain.ItemDocument;
import dev.entrepot.simpledb.domain.ItemImage;
import dev.entrepot.simpledb.domain.RandomSettling;
import dev.entrepot.storage.database.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Random items in a domain, and the same as plain maps. In one domain of three no attribute has two values. */
final class RandomDomain {
    private final Map<String, Map<String, Set<String>>> items = new HashMap<>();
    private final Database database;
    private final String name;
    private final Random random;
    private final boolean singleValued;
    private final RandomSettling settling;

    RandomDomain(Database database, String name, Random random) {
        this.database = database;
        this.name = name;
        this.random = random;
        this.settling = new RandomSettling(database, random);
        this.singleValued = random.nextInt(3) == 0;
        int changes = random.nextInt(60);
        var first = new HashMap<String, Map<String, Set<String>>>();
        for (int i = 0; i < changes; i++) {
            first.put(item(), attributes());
        }
        database.write(handle -> {
            DomainStore.create(handle, Stage.OWNER, name);
            return write(handle, first);
        });
    }

    String name() {
        return name;
    }

    RandomQuery.Items items() {
        return new RandomQuery.Items(items);
    }

    /** Puts or deletes an item and tells which. */
    String change() {
        String item = item();
        Map<String, Set<String>> attributes = attributes();
        database.write(handle -> write(handle, Map.of(item, attributes)));
        return item;
    }

    /** Some way on, or to its end. */
    void settle() {
        if (random.nextInt(3) == 0) {
            settling.finish();
        } else {
            settling.step();
        }
    }

    private String item() {
        return "1" + RandomQuery.value(random) + RandomQuery.value(random);
    }

    private Map<String, Set<String>> attributes() {
        var attributes = new HashMap<String, Set<String>>();
        for (int pairs = random.nextInt(7); pairs > 0; pairs--) {
            Set<String> values = attributes.computeIfAbsent(RandomQuery.attribute(random), any -> new TreeSet<>());
            if (values.isEmpty() || !singleValued) {
                values.add(RandomQuery.value(random));
            }
        }
        return attributes;
    }

    /** Also to the maps; an item without attributes is none. */
    private boolean write(Handle handle, Map<String, Map<String, Set<String>>> changes) {
        DomainWrite write = DomainWrite.begin(handle, Stage.OWNER, name).orElseThrow();
        changes.forEach((item, values) -> {
            var attributes = new Attributes();
            values.forEach((attribute, set) -> set.forEach(value -> attributes.add(attribute, value)));
            Optional<ItemImage> before = write.find(item);
            if (attributes.isEmpty()) {
                write.delete(item, before);
                items.remove(item);
            } else {
                write.put(item, before, ItemDocument.write(item, attributes));
                items.put(item, values);
            }
        });
        write.end();
        return true;
    }

    SelectPage page(SelectStatement statement, Optional<Position> after) {
        return database.read(handle -> new SelectExecutor(handle, find(handle), statement, () -> false).page(after));
    }

    /** The path that the planner chooses. */
    String path(SelectStatement statement) {
        return database.read(handle ->
                new Planner(handle, find(handle), statement).path().getClass().getSimpleName());
    }

    boolean isSettled() {
        return database.read(handle -> {
            var unindexed = new ArrayList<String>();
            FormerItems.unindexed(handle, find(handle).id(), (item, document) -> unindexed.add(item));
            return unindexed.isEmpty();
        });
    }

    private Domain find(Handle handle) {
        return DomainStore.find(handle, Stage.OWNER, name).orElseThrow();
    }
}
