package dev.entrepot.mailmanager.addresslist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Members as they come and go: the numbers are those of the dossier's section 6. */
class MembersTest {
    // [45]
    @OnEveryDatabase
    void aMemberIsThereFromRegisteringToDeregistering(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = list(stage);
            assertThat(member(stage, "GetMemberOfAddressList", id, "A@x.com").error())
                    .isEqualTo("ResourceNotFoundException");
            assertThat(member(stage, "RegisterMemberToAddressList", id, "A@x.com")
                            .status())
                    .isEqualTo(200);
            assertThat(member(stage, "RegisterMemberToAddressList", id, "a@X.com")
                            .status())
                    .isEqualTo(200);

            // Of two spellings the first is kept, and either finds it.
            Answer found = member(stage, "GetMemberOfAddressList", id, "a@x.COM");
            assertThat(found.text("Address")).isEqualTo("A@x.com");
            assertThat(found.body().path("CreatedTimestamp").asDouble())
                    .isEqualTo(stage.clock.instant().toEpochMilli() / 1000.0);
            assertThat(addresses(members(stage, id, ""))).containsExactly("A@x.com");

            assertThat(member(stage, "DeregisterMemberFromAddressList", id, "a@x.com")
                            .status())
                    .isEqualTo(200);
            assertThat(member(stage, "DeregisterMemberFromAddressList", id, "a@x.com")
                            .status())
                    .isEqualTo(200);
            assertThat(member(stage, "GetMemberOfAddressList", id, "A@x.com").error())
                    .isEqualTo("ResourceNotFoundException");
        }
    }

    // [46] The grammar itself is MemberAddressTest's.
    @OnEveryDatabase
    void whatIsNoMemberIsRefused(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = list(stage);
            for (String bad : List.of("a*b*@x.com", "x@y@z", "a@", "l".repeat(64) + "@" + "d.".repeat(127) + "dd")) {
                assertThat(member(stage, "RegisterMemberToAddressList", id, bad).error())
                        .isEqualTo("ValidationException");
            }
            for (String good : List.of("user*@x.com", "l@*.d.com")) {
                assertThat(member(stage, "RegisterMemberToAddressList", id, good)
                                .status())
                        .isEqualTo(200);
            }
            assertThat(addresses(members(stage, id, ""))).containsExactly("l@*.d.com", "user*@x.com");
        }
    }

    // [50]
    @OnEveryDatabase
    void aFullListTakesNoMore(TestDatabase test) {
        var limits = Stage.limits(new AddressListLimits(1, 3));
        try (var stage = new Stage(test, limits)) {
            String id = list(stage);
            for (int i = 0; i < 3; i++) {
                member(stage, "RegisterMemberToAddressList", id, "a" + i + "@x.com");
            }
            Answer refused = member(stage, "RegisterMemberToAddressList", id, "a3@x.com");
            assertThat(refused.status()).isEqualTo(402);
            assertThat(refused.error()).isEqualTo("ServiceQuotaExceededException");
            assertThat(member(stage, "RegisterMemberToAddressList", id, "A2@x.com")
                            .status())
                    .isEqualTo(200);
            member(stage, "DeregisterMemberFromAddressList", id, "a0@x.com");
            assertThat(member(stage, "RegisterMemberToAddressList", id, "a3@x.com")
                            .status())
                    .isEqualTo(200);
        }
    }

    // Whoever is quick must not get more in than the list may hold.
    @OnEveryDatabase
    void theLimitHoldsForThoseWhoComeAtOnce(TestDatabase test) throws Exception {
        var limits = Stage.limits(new AddressListLimits(1, 10));
        try (var stage = new Stage(test, limits);
                var callers = Executors.newFixedThreadPool(8)) {
            String id = list(stage);
            var answers = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 40; i++) {
                String address = "a" + i % 20 + "@x.com"; // each comes twice
                Callable<Integer> register = () -> member(stage, "RegisterMemberToAddressList", id, address)
                        .status();
                answers.add(callers.submit(register));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isIn(200, 402);
            }
            assertThat(members(stage, id, "").body().path("Addresses")).hasSize(10);
        }
    }

    // [50]
    @OnEveryDatabase
    void membersComeInPagesAndByPrefix(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = list(stage);
            List<String> all = IntStream.range(0, 25)
                    .mapToObj(i -> (i % 2 == 0 ? "even" : "Odd") + (10 + i) + "@x.com")
                    .toList();
            all.forEach(address -> member(stage, "RegisterMemberToAddressList", id, address));

            var seen = new ArrayList<String>();
            var sizes = new ArrayList<Integer>();
            String token = "";
            do {
                String next = token.isEmpty() ? "" : ",'NextToken':'%s'".formatted(token);
                Answer page = members(stage, id, ",'PageSize':10" + next);
                seen.addAll(addresses(page));
                sizes.add(page.body().path("Addresses").size());
                token = page.text("NextToken");
            } while (!token.isEmpty());
            assertThat(sizes).containsExactly(10, 10, 5);
            assertThat(seen).containsExactlyInAnyOrderElementsOf(all);

            assertThat(addresses(members(stage, id, prefix("odd1"))))
                    .containsExactly("Odd11@x.com", "Odd13@x.com", "Odd15@x.com", "Odd17@x.com", "Odd19@x.com");
            for (String none : List.of("x", "odd11@x.com1", "%", "ü", "*")) {
                assertThat(addresses(members(stage, id, prefix(none)))).isEmpty();
            }
            token = members(stage, id, ",'PageSize':1" + prefix("odd")).text("NextToken");
            for (String bad : List.of(
                    ",'PageSize':1001",
                    ",'PageSize':0",
                    ",'NextToken':'garbage'",
                    prefix(""),
                    ",'NextToken':'" + token + "'" + prefix("even"))) {
                assertThat(members(stage, id, bad).error()).isEqualTo("ValidationException");
            }
        }
    }

    private static String prefix(String text) {
        return ",'Filter':{'AddressPrefix':'" + text + "'}";
    }

    private static String list(Stage stage) {
        return stage.call("CreateAddressList", "{'AddressListName':'mine'}").text("AddressListId");
    }

    private static Answer members(Stage stage, String id, String more) {
        return stage.call("ListMembersOfAddressList", "{'AddressListId':'%s'".formatted(id) + more + "}");
    }

    private static List<String> addresses(Answer members) {
        var addresses = new ArrayList<String>();
        members.body()
                .path("Addresses")
                .forEach(address -> addresses.add(address.path("Address").asText()));
        return addresses;
    }

    private static Answer member(Stage stage, String operation, String id, String address) {
        return stage.call(operation, "{'AddressListId':'%s','Address':'%s'}".formatted(id, address));
    }
}
