package dev.entrepot.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.entrepot.bench.wire.contract.RegisterParcelsRequest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both sides must do the whole work: one that lost a member would win. */
class ExchangeTest {
    @ParameterizedTest
    @EnumSource
    void theCodecsDecodeWhatTheRequestHolds(WireProtocol protocol) {
        var sample = ParcelSample.of(5);

        assertThat(protocol.protocol().decode(protocol.request(sample)).input().build())
                .isEqualTo(new RegisterParcelsRequest(sample.parcels()));
    }

    @ParameterizedTest
    @EnumSource
    void jacksonAnswersWithWhatTheRequestHolds(WireProtocol protocol) throws IOException {
        byte[] document = protocol.document(ParcelSample.of(5));
        byte[] answer = JacksonExchange.of(protocol.format(), document).answer();

        assertThat(exceptTimes(answer, protocol)).isEqualTo(exceptTimes(document, protocol));
    }

    /** Its times are milliseconds. */
    private static String exceptTimes(byte[] document, WireProtocol protocol) throws IOException {
        String json = new ObjectMapper(protocol.format()).readTree(document).toString();
        return json.replaceAll("\"registeredAt\":[0-9.E]+", "");
    }
}
