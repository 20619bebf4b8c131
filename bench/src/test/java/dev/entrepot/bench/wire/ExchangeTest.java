package dev.entrepot.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import dev.entrepot.bench.wire.contract.RegisterParcelsRequest;
import dev.entrepot.bench.wire.contract.RegisterParcelsResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides must do the whole work: one that lost a member would win. */
class ExchangeTest {
    private static final RegisterParcelsResponse SAMPLE = ParcelSample.of(5);

    @ParameterizedTest
    @EnumSource
    void theCodecsDecodeWhatTheRequestHolds(WireProtocol protocol) {
        assertThat(protocol.protocol().decode(protocol.request(SAMPLE)).input().build())
                .isEqualTo(new RegisterParcelsRequest(SAMPLE.parcels()));
    }

    @ParameterizedTest
    @EnumSource
    void bothAnswerWithTheSameValues(WireProtocol protocol) throws IOException {
        byte[] codecs = new CodecExchange(protocol.protocol(), protocol.request(SAMPLE)).answer();
        byte[] jackson = protocol.jackson(SAMPLE).answer();

        List<String> expected = values(codecs, protocol);
        assertThat(expected).hasSizeGreaterThan(SAMPLE.parcels().size() * 20);
        assertThat(values(jackson, protocol)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Without times, which Jackson writes in a form of its own, and without XML's request id. */
    private static List<String> values(byte[] answer, WireProtocol protocol) throws IOException {
        JsonNode tree = switch (protocol) {
            case REST_JSON_1, AWS_JSON_1_0 -> new ObjectMapper().readTree(answer);
            case RPC_V2_CBOR -> new CBORMapper().readTree(answer);
            case AWS_QUERY -> new XmlMapper().readTree(answer);
        };
        var values = new ArrayList<String>();
        collect(tree, values);
        return values;
    }

    private static void collect(JsonNode node, List<String> values) {
        if (node.isValueNode()) {
            values.add(node.asText().replace("\n", "")); // Jackson breaks the lines of blobs in XML
        }
        node.properties().forEach(member -> {
            if (!member.getKey().equals("registeredAt") && !member.getKey().equals("ResponseMetadata")) {
                collect(member.getValue(), values);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, values));
        }
    }
}
