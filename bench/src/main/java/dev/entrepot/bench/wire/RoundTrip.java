package dev.entrepot.bench.wire;

import dev.entrepot.bench.wire.contract.RegisterParcelsResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH calls: one request with all its parcels, decoded, checked and answered. */
@NullUnmarked // JMH fills the fields
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RoundTrip {
    @Param
    public WireProtocol protocol;

    @Param({"1", "1000"})
    public int parcels;

    private CodecExchange codec;
    private JacksonExchange jackson;

    @Setup
    public void prepare() {
        RegisterParcelsResponse sample = ParcelSample.of(parcels);
        codec = new CodecExchange(protocol.protocol(), protocol.request(sample));
        jackson = protocol.jackson(sample);
    }

    @Benchmark
    public byte[] codec() {
        return codec.answer();
    }

    @Benchmark
    public byte[] jackson() throws IOException {
        return jackson.answer();
    }
}
