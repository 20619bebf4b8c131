package dev.entrepot.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.entrepot.wire.codec.MalformedInput;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.schema.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts outside of the body: a byte a character as the listener hands them on, percent-encoded in path and query. */
class RestTextTest {
    private static final StructSchema INPUT = DynamicStruct.structure(
            "GetRequest",
            Member.of("Name", SimpleSchema.STRING).required().place(HttpPlace.LABEL, "Name"),
            Member.of("Filter", SimpleSchema.STRING).place(HttpPlace.QUERY, "filter"),
            Member.of("Tag", SimpleSchema.STRING).place(HttpPlace.HEADER, "X-Tag"),
            Member.of("Tags", ListSchema.of("test#Tags", Member.of("member", SimpleSchema.STRING)))
                    .place(HttpPlace.HEADER, "X-Tags"),
            Member.of(
                            "More",
                            MapSchema.of(
                                    "test#More",
                                    Member.of("key", SimpleSchema.STRING),
                                    Member.of("value", SimpleSchema.STRING)))
                    .place(HttpPlace.PREFIX_HEADERS, "X-More-"));
    private static final Operation<DynamicStruct, Unit> OPERATION = new Operation<>(
            "Get", INPUT, Unit.SCHEMA, true, false, List.of(new HttpBinding("GET", "/{Name}", 200)), List.of());
    private static final RestJson1 PROTOCOL =
            new RestJson1(new Service("dev.entrepot.test#S", "1", "test", "", List.of(OPERATION)), "/");

    private static Struct decode(String path, String query, String... headers) {
        return PROTOCOL.decode(new HttpRequest("GET", path, query, Headers.of(headers), new byte[0]))
                .input();
    }

    private static void assertMalformed(String path, String query, String... headers) {
        assertThatExceptionOfType(MalformedInput.class).isThrownBy(() -> decode(path, query, headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%ff", "%c3", "%c0%80", "%ed%a0%80", "\u00ff", "\ufffd", "%", "%4", "%zz", "%4\u0661"})
    void whatIsNotUtf8OrNotPercentEncodedIsMalformedInPathAndQuery(String text) {
        assertMalformed("/a" + text, "");
        assertMalformed("/a", "filter=" + text);
        assertMalformed("/a", "filter=b&" + text + "=c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00ff", "\u00c3", "\u00c0\u0080", "\u00ed\u00a0\u0080"})
    void whatIsNotUtf8IsMalformedInHeaders(String bytes) {
        assertMalformed("/a", "", "X-Tag", bytes);
        assertMalformed("/a", "", "X-Tags", "a, " + bytes);
        assertMalformed("/a", "", "X-More-One", bytes);
    }

    @Test
    void everyCharacterIsKept() {
        Struct input = decode(
                "/%c3%a4",
                "filter=%E2%82%AC", "X-Tag", "\u00c3\u00a4", "X-Tags", "\u00c3\u00a4, b", "X-More-One", "\u00c3\u00a4");
        assertThat(input.get(0)).isEqualTo("\u00e4");
        assertThat(input.get(1)).isEqualTo("\u20ac");
        assertThat(input.get(2)).isEqualTo("\u00e4");
        assertThat(input.get(3)).isEqualTo(List.of("\u00e4", "b"));
        assertThat(input.get(4)).isEqualTo(Map.of("one", "\u00e4"));
    }

    /** A header has no escapes: what a proxy would take for one is text. */
    @Test
    void aHeaderIsNotPercentDecoded() {
        assertThat(decode("/a", "", "X-Tag", "%41").get(2)).isEqualTo("%41");
    }
}
