package dev.entrepot.e2e.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.Eventually;
import dev.entrepot.e2e.fixture.Kills;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.mailmanager.model.GetAddressListImportJobResponse;
import software.amazon.awssdk.services.mailmanager.model.ImportDataType;
import software.amazon.awssdk.services.mailmanager.model.ImportJobStatus;

/** Every item of an address list's import counts once, however often the server dies over it. */
class KilledAddressImportTest {
    private static final int ADDRESSES = 100_000;
    private static final int KILLS = Kills.usually(3, 10);
    private static final Duration LONGEST = Duration.ofMinutes(3);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    /** As in {@link KilledImportTest}: an import that ends before its next kill is followed by another one, into a new list. */
    @Test
    void killedAtRandomMomentsImportsCountOnce() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("Moments of the kills come from seed " + seed);
        var random = new Random(seed);
        Set<String> addresses =
                IntStream.range(0, ADDRESSES).mapToObj(i -> "a" + i + "@x.com").collect(Collectors.toSet());
        String file = addresses.stream().collect(Collectors.joining("\nbad\n", "address\n", "\n"));
        String first = list("undisturbed");
        long begin = System.nanoTime();
        check(ended(start(first, file)), first, addresses);
        long duration = System.nanoTime() - begin;

        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            String list = list("round-" + round);
            String job = start(list, file);
            boolean ended = false;
            while (!ended && kills < KILLS) {
                ended = runsFor(job, random.nextLong(duration));
                if (!ended) {
                    ENTREPOT.server().kill();
                    kills++;
                    ENTREPOT.server().startAgain();
                }
            }
            check(ended(job), list, addresses);
        }
    }

    private static String list(String name) {
        return ENTREPOT.mailManager()
                .createAddressList(create -> create.addressListName(name))
                .addressListId();
    }

    private static String start(String list, String file) throws Exception {
        var job = ENTREPOT.mailManager()
                .createAddressListImportJob(create -> create.addressListId(list)
                        .name("import")
                        .importDataFormat(format -> format.importDataType(ImportDataType.CSV)));
        try (var http = HttpClient.newHttpClient()) {
            var put = HttpRequest.newBuilder(URI.create(job.preSignedUrl()))
                    .PUT(BodyPublishers.ofString(file))
                    .build();
            assertThat(http.send(put, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        }
        ENTREPOT.mailManager().startAddressListImportJob(start -> start.jobId(job.jobId()));
        return job.jobId();
    }

    private static GetAddressListImportJobResponse get(String job) {
        return ENTREPOT.mailManager().getAddressListImportJob(get -> get.jobId(job));
    }

    private static boolean hasEnded(GetAddressListImportJobResponse job) {
        return job.status() != ImportJobStatus.PROCESSING;
    }

    private static GetAddressListImportJobResponse ended(String job) {
        return Eventually.eventually(LONGEST, () -> get(job), KilledAddressImportTest::hasEnded);
    }

    /** Lets the import run this long, or until it ends; returns whether it did. */
    private static boolean runsFor(String job, long nanos) {
        long until = System.nanoTime() + nanos;
        return hasEnded(
                Eventually.eventually(LONGEST, () -> get(job), now -> hasEnded(now) || System.nanoTime() >= until));
    }

    private static void check(GetAddressListImportJobResponse job, String list, Set<String> addresses) {
        assertThat(job.statusAsString() + " " + job.importedItemsCount() + "/" + job.failedItemsCount())
                .isEqualTo("COMPLETED " + ADDRESSES + "/" + (ADDRESSES - 1));
        Set<String> members = ENTREPOT
                .mailManager()
                .listMembersOfAddressListPaginator(
                        request -> request.addressListId(list).pageSize(1000))
                .stream()
                .flatMap(page -> page.addresses().stream())
                .map(member -> member.address())
                .collect(Collectors.toSet());
        assertThat(members.equals(addresses)).as("the members").isTrue();
    }
}
