package dev.entrepot.bench;

import dev.entrepot.bench.program.Form;
import dev.entrepot.bench.program.SignedRequests;
import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.bench.sample.SampleItems;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** PutAttributes that replaces one value of an item of eight, acknowledged when it is on the disk. */
final class PutAttributesBenchmark implements Benchmark {
    private static final int ITEMS = 10_000;
    private static final int CLIENTS = 32;
    private static final int ROUNDS = 7;
    /** A prime, so that prices come in no order. */
    private static final long SPREAD = 48_611_941;

    @Override
    public void run(Setting setting) {
        new LoadRun(setting, ITEMS, CLIENTS)
                .run(new LoadRun.Kind(
                        "PutAttributes",
                        PutAttributesBenchmark::requests,
                        (_, body) -> body.contains("PutAttributesResponse")));
    }

    private static List<byte[]> requests(SignedRequests signing) {
        return requests(signing, ITEMS, ROUNDS);
    }

    /** One for each of the first so many items, in each of so many rounds another price: the same again would change nothing. */
    static List<byte[]> requests(SignedRequests signing, int items, int rounds) {
        return IntStream.range(0, items * rounds)
                .mapToObj(number -> signing.bytes(
                        "/",
                        Form.CONTENT_TYPE,
                        Form.of("PutAttributes", SampleDirectory.DOMAIN, SampleItems.name(number % items))
                                .with(Map.of(
                                        "Attribute.1.Name", "price",
                                        "Attribute.1.Value", "%08d".formatted(SPREAD * number % 100_000_000),
                                        "Attribute.1.Replace", "true"))
                                .toString()))
                .toList();
    }
}
