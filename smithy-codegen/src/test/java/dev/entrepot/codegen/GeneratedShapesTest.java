package dev.entrepot.codegen;

import static dev.entrepot.codegen.GeneratedCode.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.wire.schema.EnumSchema;
import dev.entrepot.wire.schema.EnumValue;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructBuilder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers hold generated values while codecs fill their builders, so both must agree on what each shape is. */
class GeneratedShapesTest {
    @TempDir
    Path work;

    @Test
    void requiredMembersAreBareAndOthersOptional() throws Exception {
        var code = GeneratedCode.of(work, "structure Book { @required Title: String, PageCount: Integer }");
        Struct book =
                code.decoded("Book", Map.of("Title", "Emma", "PageCount", 474)).build();
        assertThat(call(book, "title")).isEqualTo("Emma");
        assertThat(call(book, "pageCount")).isEqualTo(Optional.of(474));
        assertThat(book.get(1)).isEqualTo(474);
        Struct bare = code.decoded("Book", Map.of("Title", "Emma")).build();
        assertThat(call(bare, "pageCount")).isEqualTo(Optional.empty());
        assertThat(bare.get(1)).isNull();
        assertThatThrownBy(() -> code.decoded("Book", Map.of()).build()).hasMessage("Book lacks Title");
    }

    @Test
    void handlersBuildWithTypedSettersAndTheirListsStayUntouched() throws Exception {
        var code = GeneratedCode.of(
                work, "structure Book { tags: Tags }\nlist Tags { member: Tag }\nenum Tag { NEW, OLD }");
        Object tag = code.constant("Tag", "NEW");
        List<Object> tags = new ArrayList<>(List.of(tag));
        Object builder = code.type("Book").getMethod("builder").invoke(null);
        builder.getClass().getMethod("tags", List.class).invoke(builder, tags);
        Object book = call(builder, "build");
        tags.clear();
        assertThat(call(book, "tags")).isEqualTo(Optional.of(List.of(tag)));
        builder.getClass().getMethod("tags", Optional.class).invoke(builder, Optional.empty());
        assertThat(call(call(builder, "build"), "tags")).isEqualTo(Optional.empty());
    }

    @Test
    void decodedTextsAndBuildersAreFinishedAtAnyDepth() throws Exception {
        var code = GeneratedCode.of(work, """
                structure Shelf { books: Books, byTag: ByTag }
                list Books { member: Book }
                map ByTag { key: String, value: Books }
                structure Book { @required tag: Tag }
                enum Tag {
                    NEW = "new"
                    OLD = "old"
                }
                """);
        var shelf = code.decoded("Shelf", Map.of()).schema().newBuilder();
        shelf.set(0, new ArrayList<Object>(List.of(code.decoded("Book", Map.of("tag", "new")))));
        shelf.set(
                1,
                new HashMap<>(Map.of("x", new ArrayList<Object>(List.of(code.decoded("Book", Map.of("tag", "old")))))));
        Struct built = shelf.build();
        Object newest = ((List<?>) built.get(0)).getFirst();
        assertThat(newest).isInstanceOf(Record.class);
        assertThat(((EnumValue) call(newest, "tag")).value()).isEqualTo("new");
        Object old = ((List<?>) ((Map<?, ?>) built.get(1)).get("x")).getFirst();
        assertThat(call(old, "tag")).isEqualTo(code.constant("Tag", "OLD"));
    }

    @Test
    void aUnionIsASealedInterfaceWithOneRecordAMember() throws Exception {
        var code = GeneratedCode.of(work, """
                union Media { text: String, book: Book, none: Unit, string: Integer }
                structure Book { @required title: String }
                """);
        assertThat(code.type("Media").isSealed()).isTrue();
        Struct media = code.decoded("Media", Map.of("book", code.decoded("Book", Map.of("title", "Emma"))))
                .build();
        assertThat(media).isInstanceOf(code.type("Media$Book"));
        assertThat(media.get(0)).isNull();
        assertThat(call(media.get(1), "title")).isEqualTo("Emma");
        assertThat(media.schema()).isSameAs(code.schema("Media"));
        assertThatThrownBy(() -> code.decoded("Media", Map.of()).build()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void enumsKnowTheirTextsAndHideInternalOnes() throws Exception {
        var code = GeneratedCode.of(work, """
                enum Tag {
                    NEW = "new"
                    @internal SECRET
                }
                intEnum Level {
                    LOW = 1
                    HIGH = 7
                }
                structure Book { tag: Tag, level: Level }
                """);
        Struct book = code.decoded("Book", Map.of("tag", "new", "level", 7)).build();
        assertThat(book.get(0)).isEqualTo(code.constant("Tag", "NEW"));
        assertThat(book.get(1)).isEqualTo(7);
        var tags = (EnumSchema) code.constant("Tag", "SCHEMA");
        assertThat(tags.values()).containsExactly("new", "SECRET");
        assertThat(tags.visible()).containsExactly("new");
        assertThat(((EnumSchema) code.constant("Level", "SCHEMA")).values()).containsExactly("1", "7");
    }

    @Test
    void shapesMayContainThemselves() throws Exception {
        var code = GeneratedCode.of(work, """
                structure Tree { @required name: String, children: Trees, twin: Tree, choice: Choice }
                list Trees { member: Tree }
                union Choice { tree: Tree, all: Trees }
                """);
        var leaf = code.decoded("Tree", Map.of("name", "leaf"));
        Struct tree = code.decoded(
                        "Tree",
                        Map.of(
                                "name",
                                "root",
                                "children",
                                new ArrayList<Object>(List.of(leaf)),
                                "choice",
                                code.decoded("Choice", Map.of("tree", code.decoded("Tree", Map.of("name", "other"))))))
                .build();
        assertThat(call(((List<?>) tree.get(1)).getFirst(), "name")).isEqualTo("leaf");
        assertThat(tree.schema().members().get(2).target()).isSameAs(tree.schema());
    }

    @Test
    void defaultsStandForMembersThatWereNotSent() throws Exception {
        var code = GeneratedCode.of(work, """
                structure Book {
                    copies: Integer = 3
                    tag: Tag = "new"
                    tags: Tags = []
                    names: Names = {}
                    data: Blob = "YWJj"
                    at: Timestamp = 1.5
                    gone: String = null
                }
                enum Tag {
                    NEW = "new"
                }
                list Tags { member: Tag }
                map Names { key: String, value: Tag }
                """);
        Struct book = code.decoded("Book", Map.of()).build();
        assertThat(call(book, "copies")).isEqualTo(3);
        assertThat(call(book, "tag")).isEqualTo(code.constant("Tag", "NEW"));
        assertThat(call(book, "tags")).isEqualTo(List.of());
        assertThat(call(book, "names")).isEqualTo(Map.of());
        assertThat(call(book, "data")).isEqualTo(ByteBuffer.wrap("abc".getBytes()));
        assertThat(call(book, "at")).hasToString("1970-01-01T00:00:01.500Z");
        assertThat(call(book, "gone")).isEqualTo(Optional.empty());
        // A codec hands the default over as the schema has it.
        StructBuilder filled = book.schema().newBuilder();
        book.schema()
                .members()
                .forEach(each -> each.defaultValue().ifPresent(value -> filled.set(each.index(), value)));
        assertThat(filled.build()).isEqualTo(book);
    }

    @Test
    void sparseCollectionsKeepNullsAndMapsTheirOrder() throws Exception {
        var code = GeneratedCode.of(work, """
                structure Book { @required notes: Notes, @required tags: Tags }
                @sparse
                list Notes { member: String }
                @sparse
                map Tags { key: String, value: Tag }
                enum Tag { NEW, OLD }
                """);
        var tags = new LinkedHashMap<String, Object>();
        tags.put("z", "OLD");
        tags.put("a", null);
        tags.put("m", "NEW");
        var notes = new ArrayList<Object>(Arrays.asList("x", null));
        Struct book = code.decoded("Book", Map.of("notes", notes, "tags", tags)).build();
        assertThat((List<?>) book.get(0)).isEqualTo(Arrays.asList("x", null));
        assertThat(book.get(1)).hasToString("{z=OLD, a=null, m=NEW}");
    }

    @Test
    void valuesCannotBeChangedFromOutside() throws Exception {
        var code = GeneratedCode.of(
                work, "structure Book { @required data: Blob, @required tags: Tags }\nlist Tags { member: String }");
        byte[] bytes = {1, 2, 3};
        List<Object> tags = new ArrayList<>(List.of("x"));
        Struct book = code.decoded("Book", Map.of("data", ByteBuffer.wrap(bytes), "tags", tags))
                .build();
        tags.add("y");
        ((ByteBuffer) call(book, "data")).get();
        assertThat(((ByteBuffer) call(book, "data")).remaining()).isEqualTo(3);
        assertThat(((ByteBuffer) book.get(0)).isReadOnly()).isTrue();
        assertThat(book.get(1)).isEqualTo(List.of("x"));
    }

    /** What was decoded belongs to the record alone and is not copied again; a handler's own map is. */
    @Test
    void mapsAreThoseOfTheRecordWhoeverMadeThem() throws Exception {
        var code = GeneratedCode.of(work, "structure Book { notes: Notes }\nmap Notes { key: String, value: String }");
        var notes = new LinkedHashMap<String, Object>(Map.of("z", "1"));
        Object builder = code.type("Book").getMethod("builder").invoke(null);
        builder.getClass().getMethod("notes", Map.class).invoke(builder, notes);
        var answered = (Struct) call(builder, "build");
        var decoded = code.decoded("Book", Map.of("notes", new LinkedHashMap<>(notes)))
                .build();
        notes.put("a", "2");
        for (Struct book : List.of(answered, decoded)) {
            @SuppressWarnings("unchecked")
            var kept = (Map<String, Object>) book.get(0);
            assertThat(kept).isEqualTo(Map.of("z", "1"));
            assertThatThrownBy(() -> kept.put("a", "2")).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(kept::clear).isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(decoded).isEqualTo(answered);
    }

    @Test
    void sensitiveValuesStayOutOfTexts() throws Exception {
        var code = GeneratedCode.of(work, """
                structure Login { name: String, @required password: Password, old: Passwords }
                @sensitive
                string Password
                list Passwords { member: Password }
                """);
        Struct login = code.decoded(
                        "Login",
                        Map.of("name", "me", "password", "hunter2", "old", new ArrayList<Object>(List.of("hunter1"))))
                .build();
        assertThat(login).hasToString("Login[name=Optional[me], password=***, old=***]");
        assertThat(login.schema().members().get(1).sensitive()).isTrue();
    }

    @Test
    void namesThatJavaHasAlreadyAreAltered() throws Exception {
        var code = GeneratedCode.of(work, """
                structure String { class: smithy.api#String, schema: List, hashCode: Optional, get: smithy.api#Integer,
                    @required required: smithy.api#Integer, aB: smithy.api#String, a_b: smithy.api#String }
                structure List { Object: Override }
                structure Optional {}
                structure Override {}
                structure Builder { builder: smithy.api#String, build: smithy.api#Integer }
                enum Objects { SCHEMA, A }
                union Map { map: Map, integer: smithy.api#Integer, object: Objects }
                """);
        Struct value =
                code.decoded("String", Map.of("class", "x", "required", 1)).build();
        assertThat(call(value, "class_")).isEqualTo(Optional.of("x"));
    }
}
