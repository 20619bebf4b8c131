package dev.entrepot.bench;

import dev.entrepot.bench.program.Form;
import dev.entrepot.bench.program.SignedRequests;
import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.bench.sample.SampleItems;
import java.util.List;
import java.util.stream.IntStream;

/** GetAttributes of whole items, all 10,000 in turn. Target: at least 15,000 a second on two cores, clients included. */
final class GetAttributesBenchmark implements Benchmark {
    private static final int ITEMS = 10_000;
    private static final int CLIENTS = 32;

    @Override
    public void run(Setting setting) {
        new LoadRun(setting, ITEMS, CLIENTS)
                .run(new LoadRun.Kind(
                        "GetAttributes", GetAttributesBenchmark::requests, GetAttributesBenchmark::isRight));
    }

    private static List<byte[]> requests(SignedRequests signing) {
        return IntStream.range(0, ITEMS)
                .mapToObj(item -> signing.bytes(
                        "/",
                        Form.CONTENT_TYPE,
                        Form.of("GetAttributes", SampleDirectory.DOMAIN, SampleItems.name(item))
                                .toString()))
                .toList();
    }

    private static boolean isRight(int item, String body) {
        return SampleItems.attributes(item).pairs().stream()
                .allMatch(pair -> body.contains("<Attribute><Name>%s</Name><Value>%s</Value></Attribute>"
                        .formatted(pair.name(), pair.value())));
    }
}
