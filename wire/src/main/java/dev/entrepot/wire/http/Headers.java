package dev.entrepot.wire.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Header fields in the order received or to be sent; names compare without regard to case, repeats are kept. */
public final class Headers {
    public static final Headers EMPTY = new Headers(List.of());

    private final List<Field> fields;

    /** One field: its name in lower case, and its value as sent. */
    public record Field(String name, String value) {
        public Field {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    private Headers(List<Field> fields) {
        this.fields = fields;
    }

    /** Names and values alternating. */
    public static Headers of(String... namesAndValues) {
        var builder = new Builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            builder.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return builder.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The first value of this name. */
    public Optional<String> first(String name) {
        for (Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                return Optional.of(field.value);
            }
        }
        return Optional.empty();
    }

    /** Every value of this name, in order. */
    public List<String> all(String name) {
        var values = new ArrayList<String>(1);
        for (Field field : fields) {
            if (field.name.equalsIgnoreCase(name)) {
                values.add(field.value);
            }
        }
        return values;
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    public List<Field> fields() {
        return fields;
    }

    public void forEach(BiConsumer<String, String> action) {
        fields.forEach(field -> action.accept(field.name, field.value));
    }

    @Override
    public String toString() {
        return "Headers[" + fields.size() + " fields]"; // values may hold credentials
    }

    /** Collects fields in order. */
    public static final class Builder {
        private final List<Field> fields = new ArrayList<>();

        public Builder add(String name, String value) {
            fields.add(new Field(name, value));
            return this;
        }

        public Headers build() {
            return new Headers(List.copyOf(fields));
        }
    }
}
