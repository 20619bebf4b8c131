package dev.entrepot.wire.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A member of a structure, union, list or map: its target and all that the contract says of the value in this place. */
public final class Member {
    private final int index;
    private final Builder facts;
    private final EncodedName encodedName;
    private final EncodedName encodedJsonName;
    private @Nullable Schema target;
    private @Nullable ShapeType type;

    private Member(int index, Builder facts) {
        this.index = index;
        this.facts = facts;
        this.encodedName = new EncodedName(facts.name);
        this.encodedJsonName = new EncodedName(facts.jsonName);
    }

    /** @param target asked for late, so that shapes may refer to themselves */
    public static Builder of(String name, Supplier<? extends Schema> target) {
        return new Builder(name, target);
    }

    public static Builder of(String name, Schema target) {
        return new Builder(name, () -> target);
    }

    /** The place in {@link StructSchema#members()} and the argument of {@link Struct#get}. */
    public int index() {
        return index;
    }

    public String name() {
        return facts.name;
    }

    /** {@link #name()} in bytes, which codecs need for every value. */
    public EncodedName encodedName() {
        return encodedName;
    }

    public Schema target() {
        Schema resolved = target;
        if (resolved == null) {
            resolved = facts.target.get();
            target = resolved; // racing threads resolve the same schema
        }
        return resolved;
    }

    public ShapeType type() {
        ShapeType resolved = type; // codecs ask for every value
        if (resolved == null) {
            resolved = target().type();
            type = resolved;
        }
        return resolved;
    }

    public boolean required() {
        return facts.required;
    }

    public boolean sensitive() {
        return facts.sensitive;
    }

    public Constraints constraints() {
        return facts.constraints;
    }

    /** The value of a member that is not sent, in the form the codecs use. */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(facts.defaultValue);
    }

    public String jsonName() {
        return facts.jsonName;
    }

    /** {@link #jsonName()} in bytes. */
    public EncodedName encodedJsonName() {
        return encodedJsonName;
    }

    /** The element or attribute name in XML and the key in query forms. */
    public String xmlName() {
        return facts.xmlName;
    }

    public boolean xmlFlattened() {
        return facts.xmlFlattened;
    }

    public boolean xmlAttribute() {
        return facts.xmlAttribute;
    }

    /** The namespace declared on the element, with its prefix before a blank if it has one; empty for none. */
    public String xmlNamespace() {
        return facts.xmlNamespace;
    }

    public TimestampFormat timestampFormat() {
        return facts.timestampFormat;
    }

    /** The media type of a string or blob payload; empty when the contract names none. */
    public String mediaType() {
        return facts.mediaType;
    }

    public HttpPlace place() {
        return facts.place;
    }

    /** The header, prefix or query key, where the place has one. */
    public String placeName() {
        return facts.placeName;
    }

    @Override
    public String toString() {
        return facts.name;
    }

    /** Says what the contract says of a member; used by generated code. */
    public static final class Builder {
        private final String name;
        private final Supplier<? extends Schema> target;
        private boolean required;
        private boolean sensitive;
        private Constraints constraints = Constraints.NONE;
        private @Nullable Object defaultValue;
        private String jsonName;
        private String xmlName;
        private boolean xmlFlattened;
        private boolean xmlAttribute;
        private String xmlNamespace = "";
        private TimestampFormat timestampFormat = TimestampFormat.UNSPECIFIED;
        private String mediaType = "";
        private HttpPlace place = HttpPlace.BODY;
        private String placeName = "";

        private Builder(String name, Supplier<? extends Schema> target) {
            this.name = name;
            this.target = target;
            this.jsonName = name;
            this.xmlName = name;
        }

        public Builder required() {
            required = true;
            return this;
        }

        public Builder sensitive() {
            sensitive = true;
            return this;
        }

        public Builder length(long min, long max) {
            var length = new Constraints.Length(min, max);
            constraints =
                    new Constraints(length, constraints.range(), constraints.pattern(), constraints.uniqueItems());
            return this;
        }

        public Builder range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
            var range = new Constraints.Range(min, max);
            constraints =
                    new Constraints(constraints.length(), range, constraints.pattern(), constraints.uniqueItems());
            return this;
        }

        public Builder pattern(String regex) {
            var pattern = RegularExpression.of(regex);
            constraints =
                    new Constraints(constraints.length(), constraints.range(), pattern, constraints.uniqueItems());
            return this;
        }

        public Builder uniqueItems() {
            constraints = new Constraints(constraints.length(), constraints.range(), constraints.pattern(), true);
            return this;
        }

        public Builder defaultValue(Object value) {
            defaultValue = value;
            return this;
        }

        public Builder jsonName(String wireName) {
            jsonName = wireName;
            return this;
        }

        public Builder xmlName(String wireName) {
            xmlName = wireName;
            return this;
        }

        public Builder xmlFlattened() {
            xmlFlattened = true;
            return this;
        }

        public Builder xmlAttribute() {
            xmlAttribute = true;
            return this;
        }

        public Builder xmlNamespace(String namespace) {
            xmlNamespace = namespace;
            return this;
        }

        public Builder timestampFormat(TimestampFormat format) {
            timestampFormat = format;
            return this;
        }

        public Builder mediaType(String type) {
            mediaType = type;
            return this;
        }

        public Builder place(HttpPlace where, String named) {
            place = where;
            placeName = named;
            return this;
        }

        Member build(int index) {
            return new Member(index, this);
        }
    }
}
