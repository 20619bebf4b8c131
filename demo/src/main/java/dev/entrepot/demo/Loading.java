package dev.entrepot.demo;

import com.amazonaws.ClientConfiguration;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.simpledb.AmazonSimpleDBClient;
import com.amazonaws.services.simpledb.AmazonSimpleDBClientBuilder;
import com.amazonaws.services.simpledb.model.AmazonSimpleDBException;
import com.amazonaws.services.simpledb.model.BatchPutAttributesRequest;
import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import com.amazonaws.services.simpledb.model.ReplaceableItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Puts items into a domain by the AWS SDK for Java v1, which signs as SimpleDB's clients always have: Signature Version 2. */
final class Loading implements AutoCloseable {
    private static final int ITEMS_PER_CALL = 25; // SimpleDB's limit
    private static final int THREADS = 8;

    private final AmazonSimpleDBClient simpleDb;
    private final Queue<Item> refused = new ConcurrentLinkedQueue<>();

    Loading(ClientProfile profile) {
        // The interface it is built as has no shutdown.
        simpleDb = (AmazonSimpleDBClient) AmazonSimpleDBClientBuilder.standard()
                .withEndpointConfiguration(
                        new EndpointConfiguration(profile.endpoint().toString(), profile.region()))
                .withCredentials(new AWSStaticCredentialsProvider(
                        new BasicAWSCredentials(profile.accessKeyId(), profile.secretAccessKey())))
                .withClientConfiguration(new ClientConfiguration().withMaxConnections(THREADS))
                .build();
    }

    /**
     * What became of the items.
     *
     * @param refused by SimpleDB, for having too many attributes
     */
    record Outcome(List<Item> loaded, List<Item> refused) {}

    /** Makes the domain and puts the data into it. */
    Outcome load(Dataset dataset, Progress progress) {
        simpleDb.createDomain(new CreateDomainRequest(dataset.domain()));
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var batches = new ArrayList<Future<?>>();
            List<Item> items = dataset.items();
            for (int from = 0; from < items.size(); from += ITEMS_PER_CALL) {
                List<Item> batch = items.subList(from, Math.min(from + ITEMS_PER_CALL, items.size()));
                batches.add(threads.submit(() -> {
                    put(dataset.domain(), batch);
                    progress.advance(batch.size());
                }));
            }
            try {
                for (Future<?> batch : batches) {
                    batch.get();
                }
            } catch (ExecutionException | InterruptedException e) {
                threads.shutdownNow();
                throw e.getCause() instanceof RuntimeException failure ? failure : new DemoFailed("Loading stopped", e);
            }
        }
        var left = new ArrayList<>(dataset.items());
        left.removeAll(Set.copyOf(refused));
        return new Outcome(List.copyOf(left), List.copyOf(refused));
    }

    /** SimpleDB refuses a batch whole for one item in it, so the rest of a refused batch goes item by item. */
    private void put(String domain, List<Item> batch) {
        try {
            simpleDb.batchPutAttributes(new BatchPutAttributesRequest(
                    domain, batch.stream().map(Loading::replaceable).toList()));
        } catch (AmazonSimpleDBException e) {
            if (!hasTooManyAttributes(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                refused.add(batch.getFirst());
            } else {
                batch.forEach(item -> put(domain, List.of(item)));
            }
        }
    }

    private static boolean hasTooManyAttributes(AmazonSimpleDBException e) {
        return e.getErrorCode().equals("NumberItemAttributesExceeded")
                || e.getErrorCode().equals("NumberSubmittedAttributesExceeded");
    }

    private static ReplaceableItem replaceable(Item item) {
        var attributes = new ArrayList<ReplaceableAttribute>();
        item.attributes()
                .forEach((name, values) ->
                        values.forEach(value -> attributes.add(new ReplaceableAttribute(name, value, false))));
        return new ReplaceableItem(item.name(), attributes);
    }

    @Override
    public void close() {
        simpleDb.shutdown();
    }
}
