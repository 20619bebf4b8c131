package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.SdkClientException;
import com.amazonaws.services.simpledb.model.Attribute;
import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import com.amazonaws.services.simpledb.model.Item;
import com.amazonaws.services.simpledb.model.PutAttributesRequest;
import com.amazonaws.services.simpledb.model.ReplaceableAttribute;
import com.amazonaws.services.simpledb.model.SelectRequest;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An answered PutAttributes is a promise: whatever happens to the process, the value is there afterwards. */
class AcknowledgedWritesTest {
    private static final String DOMAIN = "promises";
    private static final int WRITERS = 8;
    private static final int KILLS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void everyAcknowledgedWriteIsThereAfterAKill() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("The kills' moments come from seed " + seed);
        var random = new Random(seed);
        ENTREPOT.simpleDb().createDomain(new CreateDomainRequest(DOMAIN));
        for (int round = 0; round < KILLS; round++) {
            int enough = acknowledged.size() + 50 + random.nextInt(300);
            try (var writers = Executors.newFixedThreadPool(WRITERS)) {
                int number = round;
                List<Future<?>> writing = IntStream.range(0, WRITERS)
                        .<Future<?>>mapToObj(writer -> writers.submit(() -> writeUntilKilled(number + "-" + writer)))
                        .toList();
                Eventually.eventually(LONGEST, acknowledged::size, size -> size >= enough);
                ENTREPOT.server().kill();
                for (Future<?> one : writing) {
                    one.get();
                }
            }
            ENTREPOT.server().startAgain();
            assertThat(stored()).as("seed %s", seed).containsAllEntriesOf(acknowledged);
        }
    }

    private void writeUntilKilled(String writer) {
        for (int i = 0; ; i++) {
            String item = "item " + writer + "-" + i;
            String value = "value of " + item;
            try {
                ENTREPOT.simpleDb()
                        .putAttributes(new PutAttributesRequest(
                                DOMAIN, item, List.of(new ReplaceableAttribute("a", value, true))));
            } catch (SdkClientException gone) {
                return;
            }
            acknowledged.put(item, value);
        }
    }

    private static Map<String, String> stored() {
        var stored = new HashMap<String, String>();
        var request = new SelectRequest("select * from " + DOMAIN + " limit 2500", true);
        do {
            var page = ENTREPOT.simpleDb().select(request);
            for (Item item : page.getItems()) {
                assertThat(item.getAttributes()).hasSize(1);
                Attribute only = item.getAttributes().getFirst();
                stored.put(item.getName(), only.getValue());
            }
            request.setNextToken(page.getNextToken());
        } while (request.getNextToken() != null);
        return stored;
    }
}
