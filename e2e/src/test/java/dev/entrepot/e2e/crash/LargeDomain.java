package dev.entrepot.e2e.crash;

import com.amazonaws.services.simpledb.AmazonSimpleDB;
import com.amazonaws.services.simpledb.model.BatchPutAttributesRequest;
import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import com.amazonaws.services.simpledb.model.ReplaceableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * A domain that makes an export of several data files: files end at about 64 MiB, so large items get there with few
 * requests. The same items each time.
 */
final class LargeDomain {
    static final String NAME = "large";
    static final int ITEMS = 8_000;
    private static final int BATCH = 25;
    private static final int LOADERS = 4;
    private static final int ATTRIBUTES = 18;
    private static final int MAX_VALUE = 1024;

    private LargeDomain() {}

    static void load(AmazonSimpleDB simpleDb) throws InterruptedException, ExecutionException {
        simpleDb.createDomain(new CreateDomainRequest(NAME));
        try (var loaders = Executors.newFixedThreadPool(LOADERS)) {
            var batches = new ArrayList<Future<?>>();
            for (int start = 0; start < ITEMS; start += BATCH) {
                int first = start;
                batches.add(loaders.submit(() -> {
                    List<ReplaceableItem> items = IntStream.range(first, first + BATCH)
                            .mapToObj(LargeDomain::item)
                            .toList();
                    simpleDb.batchPutAttributes(new BatchPutAttributesRequest(NAME, items));
                }));
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
        }
    }

    static String itemName(int number) {
        return "item %06d".formatted(number);
    }

    private static ReplaceableItem item(int number) {
        var random = new Random(number);
        List<ReplaceableAttribute> attributes = IntStream.range(0, ATTRIBUTES)
                .mapToObj(i -> new ReplaceableAttribute("attribute " + i, letters(random), false))
                .toList();
        return new ReplaceableItem(itemName(number), attributes);
    }

    private static String letters(Random random) {
        int length = MAX_VALUE - random.nextInt(100);
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
