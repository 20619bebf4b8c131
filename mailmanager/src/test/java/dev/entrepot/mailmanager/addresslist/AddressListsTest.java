package dev.entrepot.mailmanager.addresslist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.mailmanager.MailManagerLimits;
import dev.entrepot.mailmanager.Stage;
import dev.entrepot.mailmanager.Stage.Answer;
import dev.entrepot.storage.Eventually;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Address lists as clients make, list and delete them: the numbers are those of the dossier's section 6. */
class AddressListsTest {
    private static final Owner OTHER = new Owner("444455556666", "us-east-1");

    @OnEveryDatabase
    void aNewListTellsWhatItIs(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = create(stage, "blocked.senders_1");

            assertThat(id).matches("al-[a-z0-9]{26}");
            Answer list = get(stage, id);
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.text("AddressListId")).isEqualTo(id);
            assertThat(list.text("AddressListName")).isEqualTo("blocked.senders_1");
            assertThat(list.text("AddressListArn"))
                    .isEqualTo("arn:aws:ses:us-east-1:111122223333:mailmanager-address-list/" + id);
            assertThat(list.body().path("CreatedTimestamp").asDouble())
                    .isEqualTo(list.body().path("LastUpdatedTimestamp").asDouble())
                    .isEqualTo(stage.clock.instant().toEpochMilli() / 1000.0);
        }
    }

    // A list's last update is the only sign, short of reading it, that somebody changed it.
    @OnEveryDatabase
    void aMemberThatComesOrGoesUpdatesTheList(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = create(stage, "mine");
            double made = updated(stage, id);
            stage.clock.advance(Duration.ofSeconds(5));
            call(stage, "DeregisterMemberFromAddressList", id, "a@x.com");
            assertThat(updated(stage, id)).isEqualTo(made);
            call(stage, "RegisterMemberToAddressList", id, "a@x.com");
            assertThat(updated(stage, id)).isEqualTo(made + 5);
            stage.clock.advance(Duration.ofSeconds(5));
            call(stage, "RegisterMemberToAddressList", id, "a@x.com");
            assertThat(updated(stage, id)).isEqualTo(made + 5);
            call(stage, "DeregisterMemberFromAddressList", id, "a@x.com");
            assertThat(updated(stage, id)).isEqualTo(made + 10);
        }
    }

    @OnEveryDatabase
    void aNameIsTakenOnceUntilItsListIsDeleted(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = create(stage, "mine");
            Answer second = stage.call("CreateAddressList", "{'AddressListName':'mine'}");
            assertThat(second.status()).isEqualTo(409);
            assertThat(second.error()).isEqualTo("ConflictException");
            stage.callAs(OTHER);
            assertThat(create(stage, "mine")).isNotEmpty();
            stage.callAs(Stage.OWNER);
            delete(stage, id);
            assertThat(create(stage, "mine")).isNotEqualTo(id);
        }
    }

    // SDKs repeat a call whose answer they lost.
    @OnEveryDatabase
    void aClientTokenMeansOneListForADay(TestDatabase test) {
        String request = "{'AddressListName':'mine','ClientToken':'t','Tags':[{'Key':'k','Value':'v'}]}";
        try (var stage = new Stage(test)) {
            Answer first = stage.call("CreateAddressList", request);
            assertThat(stage.call("CreateAddressList", request)).isEqualTo(first);
            assertThat(stage.call("ListAddressLists", "{}").body().path("AddressLists"))
                    .hasSize(1);
            String other = request.replace("mine", "yours");
            assertThat(stage.call("CreateAddressList", other).error()).isEqualTo("ConflictException");
            assertThat(stage.call("CreateAddressList", request.replace("'v'", "'w'"))
                            .error())
                    .isEqualTo("ConflictException");

            stage.clock.advance(Duration.ofHours(24));
            assertThat(stage.call("CreateAddressList", other).status()).isEqualTo(200);
        }
    }

    @OnEveryDatabase
    void anAccountHasAHundredListsUnderAwsLimits(TestDatabase test) {
        try (var stage = new Stage(test, MailManagerLimits.AWS)) {
            for (int i = 0; i < 100; i++) {
                create(stage, "list-" + i);
            }
            Answer refused = stage.call("CreateAddressList", "{'AddressListName':'more'}");
            assertThat(refused.error()).isEqualTo("ServiceQuotaExceededException");
            stage.callAs(OTHER);
            assertThat(create(stage, "more")).isNotEmpty();
        }
    }

    @OnEveryDatabase
    void whatBreaksTheContractIsRefused(TestDatabase test) {
        try (var stage = new Stage(test)) {
            for (String name : List.of("", "a b", "a/b", "x".repeat(256))) {
                assertThat(stage.call("CreateAddressList", "{'AddressListName':'%s'}".formatted(name))
                                .error())
                        .isEqualTo("ValidationException");
            }
            for (String id : List.of("", "a_b", "arn:aws:ses:us-east-1:111122223333:mailmanager-address-list/al-1")) {
                assertThat(get(stage, id).error()).isEqualTo("ValidationException");
            }
        }
    }

    // Another account's list is as unknown as one that never was.
    @OnEveryDatabase
    void anUnknownListIsNotFoundButMayBeDeleted(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String mine = create(stage, "mine");
            call(stage, "RegisterMemberToAddressList", mine, "a@x.com");
            stage.callAs(OTHER);
            for (String id : List.of(mine, "al-unknown")) {
                assertThat(get(stage, id).status()).isEqualTo(404);
                assertThat(get(stage, id).error()).isEqualTo("ResourceNotFoundException");
                for (String operation : List.of(
                        "RegisterMemberToAddressList", "DeregisterMemberFromAddressList", "GetMemberOfAddressList")) {
                    assertThat(call(stage, operation, id, "a@x.com").error()).isEqualTo("ResourceNotFoundException");
                }
                assertThat(stage.call("ListMembersOfAddressList", "{'AddressListId':'%s'}".formatted(id))
                                .error())
                        .isEqualTo("ResourceNotFoundException");
                assertThat(delete(stage, id).status()).isEqualTo(200);
            }
            stage.callAs(Stage.OWNER);
            assertThat(call(stage, "GetMemberOfAddressList", mine, "a@x.com").status())
                    .isEqualTo(200);
        }
    }

    @OnEveryDatabase
    void aDeletedListTakesItsMembersAlong(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = create(stage, "mine");
            String other = create(stage, "other");
            call(stage, "RegisterMemberToAddressList", id, "a@x.com");
            call(stage, "RegisterMemberToAddressList", other, "a@x.com");
            assertThat(delete(stage, id).status()).isEqualTo(200);
            assertThat(get(stage, id).error()).isEqualTo("ResourceNotFoundException");
            Eventually.await(
                    () -> stage.database.<Integer>read(handle -> handle.createQuery("SELECT count(*) FROM mail_address")
                                    .mapTo(Integer.class)
                                    .one())
                            == 1);
            assertThat(call(stage, "GetMemberOfAddressList", other, "a@x.com").status())
                    .isEqualTo(200);
        }
    }

    @OnEveryDatabase
    void listingsComeInPages(TestDatabase test) {
        try (var stage = new Stage(test)) {
            var made = new ArrayList<String>();
            for (int i = 0; i < 5; i++) {
                made.add(create(stage, "list-" + i));
            }
            var seen = new ArrayList<String>();
            String token = "";
            do {
                String next = token.isEmpty() ? "" : ",'NextToken':'%s'".formatted(token);
                Answer page = stage.call("ListAddressLists", "{'PageSize':2" + next + "}");
                page.body()
                        .path("AddressLists")
                        .forEach(list -> seen.add(list.path("AddressListId").asText()));
                token = page.text("NextToken");
                if (!token.isEmpty()) { // [12]
                    assertThat(stage.call("ListArchives", "{'NextToken':'%s'}".formatted(token))
                                    .error())
                            .isEqualTo("ValidationException");
                }
            } while (!token.isEmpty());
            assertThat(seen).isEqualTo(made);
            for (String bad : List.of("'PageSize':51", "'PageSize':0", "'NextToken':'garbage'")) {
                assertThat(stage.call("ListAddressLists", "{" + bad + "}").error())
                        .isEqualTo("ValidationException");
            }
        }
    }

    // [44] for address lists
    @OnEveryDatabase
    void aListHasTags(TestDatabase test) {
        try (var stage = new Stage(test)) {
            String id = stage.call(
                            "CreateAddressList",
                            "{'AddressListName':'mine','Tags':[{'Key':'a','Value':'1'},{'Key':'b','Value':'2'}]}")
                    .text("AddressListId");
            String arn = get(stage, id).text("AddressListArn");
            stage.call("TagResource", "{'ResourceArn':'%s','Tags':[{'Key':'b','Value':'3'}]}".formatted(arn));
            stage.call("UntagResource", "{'ResourceArn':'%s','TagKeys':['a']}".formatted(arn));
            String list = "{'ResourceArn':'%s'}".formatted(arn);
            assertThat(stage.call("ListTagsForResource", list).body().path("Tags"))
                    .extracting(tag ->
                            tag.path("Key").asText() + "=" + tag.path("Value").asText())
                    .containsExactly("b=3");
            delete(stage, id);
            assertThat(stage.call("ListTagsForResource", list).error()).isEqualTo("ResourceNotFoundException");
        }
    }

    private static String create(Stage stage, String name) {
        return stage.call("CreateAddressList", "{'AddressListName':'%s'}".formatted(name))
                .text("AddressListId");
    }

    private static Answer get(Stage stage, String id) {
        return stage.call("GetAddressList", "{'AddressListId':'%s'}".formatted(id));
    }

    private static double updated(Stage stage, String id) {
        return get(stage, id).body().path("LastUpdatedTimestamp").asDouble();
    }

    private static Answer delete(Stage stage, String id) {
        return stage.call("DeleteAddressList", "{'AddressListId':'%s'}".formatted(id));
    }

    private static Answer call(Stage stage, String operation, String id, String address) {
        return stage.call(operation, "{'AddressListId':'%s','Address':'%s'}".formatted(id, address));
    }
}
