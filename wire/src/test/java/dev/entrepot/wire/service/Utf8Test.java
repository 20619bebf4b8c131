package dev.entrepot.wire.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.http.HttpResponse;
import dev.entrepot.wire.schema.Unit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes that are no text would be kept as other text than was sent: they are refused, never replaced. */
class Utf8Test {
    private static final List<String> NOT_UTF_8 = List.of(
            "\u00ff",
            "\u0080", // continues nothing
            "\u00c3", // breaks off
            "\u00e2\u0082",
            "\u00c0\u0080", // overlong
            "\u00e0\u0080\u00af",
            "\u00ed\u00a0\u0080", // half a surrogate pair
            "\u00f4\u0090\u0080\u0080", // beyond the last character
            "\u00f8\u0088\u0080\u0080\u0080");

    private final List<Object> handled = new ArrayList<>();

    private HttpResponse send(Spoken spoken, HttpRequest request) {
        return spoken.endpoint(TestContract.OPEN, BodyLimits.of(BodyLimit.kibibytes(64)), (input, context) -> {
                    handled.add(input.get(0));
                    return Unit.VALUE;
                })
                .claim(request)
                .orElseThrow()
                .handle(request);
    }

    private void assertRefused(Spoken spoken, String bytes) {
        HttpResponse response = send(spoken, spoken.request("Do", bytes));
        assertThat(response.status()).isEqualTo(400);
        assertThat(Spoken.errorType(response)).contains(spoken.undecodable());
        assertThat(handled).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotUtf8IsUndecodable(Spoken spoken) {
        for (String bytes : NOT_UTF_8) {
            assertRefused(spoken, bytes);
            assertRefused(spoken, "a" + bytes + "b");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "QUERY")
    void norWhenItIsPercentEncoded(Spoken spoken) {
        for (String bytes : NOT_UTF_8) {
            var encoded = new StringBuilder();
            bytes.chars().forEach(each -> encoded.append("%%%02x".formatted(each)));
            assertRefused(spoken, encoded.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCharacterIsKept(Spoken spoken) {
        String text = "\u00e4\u20ac\ud83d\ude00\ufffd\uffff\u007f".repeat(500);
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(send(spoken, spoken.request("Do", bytes)).status()).isEqualTo(200);
        assertThat(handled).containsExactly(text);
    }
}
