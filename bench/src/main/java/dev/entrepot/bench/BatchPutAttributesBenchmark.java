package dev.entrepot.bench;

import dev.entrepot.bench.program.Form;
import dev.entrepot.bench.program.SignedRequests;
import dev.entrepot.bench.sample.SampleDirectory;
import dev.entrepot.bench.sample.SampleItems;
import dev.entrepot.simpledb.domain.AttributeValue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** BatchPutAttributes of 25 new items of eight attributes each. Target: at least 15,000 items a second, 600 batches. */
final class BatchPutAttributesBenchmark implements Benchmark {
    private static final int ITEMS = 10_000;
    private static final int CLIENTS = 32;
    private static final int ITEMS_A_BATCH = 25;
    /** More than are sent, so that none is sent twice: the second time it would change nothing. */
    private static final int BATCHES = 20_000;

    @Override
    public void run(Setting setting) {
        new LoadRun(setting, ITEMS, CLIENTS)
                .lasting(Duration.ofSeconds(6), Duration.ofSeconds(2))
                .run(new LoadRun.Kind(
                        "BatchPutAttributes of 25 items",
                        BatchPutAttributesBenchmark::requests,
                        (_, body) -> body.contains("BatchPutAttributesResponse")));
    }

    private static List<byte[]> requests(SignedRequests signing) {
        return IntStream.range(0, BATCHES)
                .mapToObj(batch ->
                        signing.bytes("/", Form.CONTENT_TYPE, form(batch).toString()))
                .toList();
    }

    private static Form form(int batch) {
        var parameters = new HashMap<String, String>();
        parameters.put("DomainName", SampleDirectory.DOMAIN);
        for (int i = 0; i < ITEMS_A_BATCH; i++) {
            int number = ITEMS + batch * ITEMS_A_BATCH + i;
            String item = "Item." + (i + 1) + ".";
            parameters.put(item + "ItemName", SampleItems.name(number));
            var index = new AtomicInteger();
            for (AttributeValue pair : SampleItems.attributes(number).pairs()) {
                String attribute = item + "Attribute." + index.incrementAndGet() + ".";
                parameters.put(attribute + "Name", pair.name());
                parameters.put(attribute + "Value", pair.value());
            }
        }
        return Form.of("BatchPutAttributes").with(parameters);
    }
}
