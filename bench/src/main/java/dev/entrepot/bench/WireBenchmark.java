package dev.entrepot.bench;

import dev.entrepot.bench.figures.Sample;
import dev.entrepot.bench.wire.Comparison;
import dev.entrepot.bench.wire.WireProtocol;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Decoding, checking and answering a request, beside Jackson databind. Target: no slower in any protocol, small or large. */
final class WireBenchmark implements Benchmark {
    private static final int FORKS = Integer.getInteger("bench.rounds", 3);
    private static final List<Integer> PARCELS = List.of(1, 1000);

    @Override
    public void run(Setting setting) {
        for (int parcels : PARCELS) {
            for (WireProtocol protocol : WireProtocol.values()) {
                List<Comparison> forks = Stream.generate(() -> Comparison.measure(protocol, parcels))
                        .limit(FORKS)
                        .toList();
                setting.say("  %s, %d parcels (%,d bytes):", protocol, parcels, protocol.requestBytes(parcels));
                setting.say(
                        "    codecs:           %s µs",
                        sample(forks, Comparison::codec).text(1));
                setting.say(
                        "    Jackson databind: %s µs",
                        sample(forks, Comparison::jackson).text(1));
                setting.say(
                        "    ratio:            %s; target at most 1",
                        sample(forks, Comparison::ratio).text(2));
            }
        }
    }

    private static Sample sample(List<Comparison> forks, ToDoubleFunction<Comparison> figure) {
        return new Sample(forks.stream().mapToDouble(figure).toArray());
    }
}
