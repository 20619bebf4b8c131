package dev.entrepot.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.smithy.model.node.Node;

/** Compares bodies by their meaning (wire dossier, section 13.4). */
final class Bodies {
    private static final CBORFactory CBOR = CBORFactory.builder()
            .enable(CBORParser.Feature.DECODE_USING_STANDARD_NEGATIVE_BIGINT_ENCODING)
            .build();

    private Bodies() {}

    static void assertSame(String mediaType, byte[] expected, byte[] actual) {
        if (expected.length == 0 || actual.length == 0) {
            assertThat(text(actual)).isEqualTo(text(expected));
            return;
        }
        switch (mediaType) {
            case "application/json" -> assertThat(json(actual)).as(text(actual)).isEqualTo(json(expected));
            case "application/xml" -> assertSame(XmlTree.of(expected), XmlTree.of(actual));
            case "application/cbor" -> assertThat(cbor(actual)).isEqualTo(cbor(expected));
            default -> assertThat(text(actual)).isEqualTo(text(expected));
        }
    }

    /** A body in one of the protocols that answer in JSON or CBOR. */
    static @Nullable Object tree(SuiteProtocol protocol, byte[] body) {
        return protocol == SuiteProtocol.RPC_V2_CBOR ? cbor(body) : json(body);
    }

    /** One case leaves the namespaces out that all others have. */
    private static void assertSame(XmlTree expected, XmlTree actual) {
        assertThat(expected.hasNamespace() ? actual : actual.withoutNamespaces())
                .isEqualTo(expected);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static @Nullable Object json(byte[] body) {
        return Trees.of(Documents.of(Node.parse(text(body))));
    }

    /** Read by another library than the one under test. */
    private static @Nullable Object cbor(byte[] body) {
        try (CBORParser parser = CBOR.createParser(body)) {
            parser.nextToken();
            Object value = cbor(parser);
            assertThat(parser.nextToken()).as("what follows the CBOR value").isNull();
            return Trees.of(value);
        } catch (IOException notCbor) {
            throw new UncheckedIOException(notCbor);
        }
    }

    private static @Nullable Object cbor(CBORParser parser) throws IOException {
        int tag = parser.getCurrentTag();
        Object value = switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
                    parser.nextToken();
                    map.put(key, cbor(parser));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(cbor(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_EMBEDDED_OBJECT -> ByteBuffer.wrap(parser.getBinaryValue());
            default -> null;
        };
        return tag < 0 ? value : java.util.Arrays.asList("tag", tag, value);
    }
}
