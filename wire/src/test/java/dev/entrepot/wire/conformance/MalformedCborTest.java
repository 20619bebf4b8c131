package dev.entrepot.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Malformed CBOR that no JSON looks like; the official suite has no malformed case for this protocol. */
class MalformedCborTest {
    private static final SuiteService CONTRACT = SuiteModel.service("smithy.protocoltests.rpcv2Cbor#RpcV2Protocol");
    private static final String PATH = "/service/RpcV2Protocol/operation/";

    private final Runner runner =
            new Runner(SuiteProtocol.RPC_V2_CBOR, CONTRACT.service(), false, SuiteModel.CONTRACTS);

    private static HttpRequest request(String method, String operation, byte[] body, String... more) {
        String[] headers = Arrays.copyOf(more, more.length + 4);
        System.arraycopy(
                new String[] {"smithy-protocol", "rpc-v2-cbor", "content-type", "application/cbor"},
                0,
                headers,
                more.length,
                4);
        return new HttpRequest(method, PATH + operation, "", Headers.of(headers), body);
    }

    private void assertRefused(HttpRequest request, int status, String code) {
        SuiteEndpoint.Exchange exchange = runner.send(request);
        HttpResponse response = exchange.response();
        assertThat(exchange.reached()).as("what reached the handler").isNull();
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.headers().first("smithy-protocol")).contains("rpc-v2-cbor");
        var answer = (Map<?, ?>) Bodies.tree(SuiteProtocol.RPC_V2_CBOR, response.body());
        assertThat((String) answer.get("__type")).endsWith("#" + code);
        assertThat((String) answer.get("message")).isNotBlank();
    }

    private void assertUndecodable(String operation, byte[] body) {
        assertRefused(request("POST", operation, body), 400, "SerializationException");
    }

    /** {@code {nested: {foo: "ab", recursiveMember: {bar: "c"}}}} with definite and indefinite lengths. */
    private static final byte[] RIGHT = HexFormat.of()
            .parseHex("a1666e6573746564bf63666f6f7f61616162ff6f7265637572736976654d656d626572a163626172" + "6163ff");

    @Test
    void aMessageThatEndsAnywhereButAtItsEndIsRefused() {
        assertThat(runner.send(request("POST", "RecursiveShapes", RIGHT)).reached())
                .isNotNull();
        for (int length = 1; length < RIGHT.length; length++) {
            assertUndecodable("RecursiveShapes", Arrays.copyOf(RIGHT, length));
        }
    }

    @Test
    void nothingMayFollow() {
        assertUndecodable("RecursiveShapes", Arrays.copyOf(RIGHT, RIGHT.length + 1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a key of sixteen exabytes,                   a17bffffffffffffffff61",
        "a key of two gigabytes,                      a17a7fffffff61",
        "a map of eight quintillion entries,          bb7fffffffffffffff",
        "a map of more than a signed count holds,     bbffffffffffffffff",
        "a map of two gigabytes,                      ba7fffffff6161",
        "an unknown array of two billion elements,    a161619a7fffffff01",
        "an unknown byte string of four gigabytes,    a161615affffffff",
        "a key that is a number,                      a10101",
        "a key that is a byte string,                 a1416101",
        "a key that is null,                          a1f601",
        "a member twice,                              a2696279746556616c756501696279746556616c756502",
        "reserved information 28,                     a161611c",
        "reserved information 29,                     a161611d",
        "reserved information 30,                     a161611e",
        "a number without a length,                   a161611f",
        "a negative number without a length,          a161613f",
        "a tag without a length,                      a16161df01ff",
        "a break for a value,                         a16161ff",
        "a break in a map of known length,            a2616101ff",
        "a break between key and value,               bf6161ff",
        "a break alone,                               ff",
        "a chunk of another type,                     bf7f4161ff01ff",
        "a chunk of chunks,                           bf7f7f6161ffff01ff",
        "a short simple value in two bytes,           a16161f814",
        "an array,                                    80",
        "a number,                                    01",
        "null,                                        f6",
        "text that is not UTF-8,                      a16b737472696e6756616c756561ff",
        "a key that is not UTF-8,                     a161ff01",
        "half a surrogate,                            a16b737472696e6756616c756563eda080",
        "a tagged string,                             a16b737472696e6756616c7565d8206161",
        "a byte string for a string,                  a16b737472696e6756616c75654161",
        "an integer that is too large for a byte,     a1696279746556616c7565190100",
        "an integer that is too large for a long,     a1696c6f6e6756616c75651b8000000000000000",
        "a bignum for a long,                         a1696c6f6e6756616c7565c24101",
        "a float for an integer,                      a16c696e746567657256616c7565f93c00",
        "a double that no float holds,                a16a666c6f617456616c7565fb7fefffffffffffff"
    })
    void isRefused(String what, String hex) {
        assertUndecodable("SimpleScalarProperties", HexFormat.of().parseHex(hex));
    }

    /** {@code timestampList} without a tag, with other tags, out of range, of the wrong type. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "no tag,       00",
        "text tag,     c06a",
        "other tag,    c200",
        "text,         c16161",
        "NaN,          c1f97e00",
        "infinity,     c1f97c00",
        "year 292e9,   c11b7fffffffffffffff",
        "tag of a tag, c1c100"
    })
    void aTimeIsATaggedNumberOfSeconds(String what, String hex) {
        byte[] key = HexFormat.of().parseHex("a16d74696d657374616d704c697374" + "81" + hex);
        assertUndecodable("RpcV2CborLists", key);
    }

    @Test
    void nullIsRefusedWhereAListIsNotSparse() {
        assertUndecodable("RpcV2CborLists", HexFormat.of().parseHex("a16a737472696e674c69737481f6"));
    }

    /** Each level of a nested value is a level of our own stack. */
    @Test
    void depthIsBounded() {
        byte[] arrays = new byte[100_000];
        Arrays.fill(arrays, (byte) 0x81);
        byte[] tags = new byte[100_000];
        Arrays.fill(tags, (byte) 0xC1);
        byte[] prefix = HexFormat.of().parseHex("a16161");
        System.arraycopy(prefix, 0, arrays, 0, prefix.length);
        System.arraycopy(prefix, 0, tags, 0, prefix.length);

        assertUndecodable("SimpleScalarProperties", arrays);
        assertUndecodable("SimpleScalarProperties", tags);
    }

    /** Two names for one operation are an attempt to be checked as one and run as the other. */
    @Test
    void aTargetHeaderIsRefused() {
        byte[] none = {};
        assertRefused(
                request("POST", "NoInputOutput", none, "X-Amz-Target", "RpcV2Protocol.NoInputOutput"),
                400,
                "SerializationException");
        assertRefused(request("POST", "NoInputOutput", none, "X-Amzn-Target", "x"), 400, "SerializationException");
    }

    @Test
    void otherMethodsOperationsAndTypesAreRefusedInCbor() {
        byte[] empty = {(byte) 0xA0};
        assertRefused(request("GET", "NoInputOutput", new byte[0]), 405, "MethodNotAllowedException");
        assertRefused(request("POST", "NoSuchOperation", empty), 404, "UnknownOperationException");
        assertRefused(request("POST", "ns.NoInputOutput", empty), 404, "UnknownOperationException");
        var json = Headers.of("smithy-protocol", "rpc-v2-cbor", "content-type", "application/json");
        assertRefused(
                new HttpRequest("POST", PATH + "NoInputOutput", "", json, empty), 415, "UnsupportedMediaTypeException");
    }
}
