package dev.entrepot.mailmanager.importjob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.mailmanager.addresslist.MemberAddress;
import dev.entrepot.mailmanager.contract.ImportDataType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come out of spreadsheets and scripts: one bad line is one failed item, and only what is no such file at all fails. */
class AddressFileTest {
    @Test
    void csvIsAnAddressALineBelowItsHeader() throws IOException {
        assertThat(csv("address\na@x.com\n*@y.com\n@z.com\nq.com\n"))
                .containsExactly("a@x.com", "*@y.com", "@z.com", "q.com");
        assertThat(csv("address")).isEmpty();
        // A mark, line ends of Windows, blank lines, space, quotes, no end of the last line.
        assertThat(csv("\ufeffaddress\r\n\r\n  a@x.com \r\n\n\"b@x.com\"\r\n\t\nc@x.com"))
                .containsExactly("a@x.com", "b@x.com", "c@x.com");
        assertThat(csv("\n\n\"address\"\na@x.com")).containsExactly("a@x.com");
    }

    @Test
    void aLineThatIsNoAddressIsAFailedItem() throws IOException {
        assertThat(csv("address\nno\na@x.com,b@x.com\n\u00fc@x.com\na@x.com\n" + "l".repeat(5_000_000) + "\nb@x.com\n"))
                .containsExactly("-", "-", "-", "a@x.com", "-", "b@x.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "a@x.com\nb@x.com\n", "Address,Name\na@x.com,A\n", "{\"items\":[]}"})
    void csvWithoutTheHeaderIsUnusable(String text) {
        assertThatThrownBy(() -> csv(text)).isInstanceOf(FileUnusable.class).hasMessageContaining("'address'");
    }

    @Test
    void csvOfAnotherEncodingIsUnusable() {
        assertThatThrownBy(() -> read(ImportDataType.CSV, "address\na@x.com\n", StandardCharsets.UTF_16))
                .isInstanceOf(FileUnusable.class);
    }

    @Test
    void jsonIsItemsWithAddresses() throws IOException {
        assertThat(json("{\"items\":[]}")).isEmpty();
        assertThat(json("\ufeff { \"version\": {\"a\": [1]}, \"items\" : [ {\"address\":\"a@x.com\"},\n"
                        + "{\"note\":{\"address\":\"no@x.com\"},\"address\":\" b@x.com \"} ], \"more\": [{}] }\n"))
                .containsExactly("a@x.com", "b@x.com");
    }

    @Test
    void anItemWithoutAnAddressIsAFailedItem() throws IOException {
        assertThat(json("{\"items\":[{}, {\"address\":7}, {\"address\":{\"address\":\"no@x.com\"}}, \"a@x.com\","
                        + " [\"a@x.com\"], null, {\"address\":\"no\"}, {\"address\":\"a@x.com\"}]}"))
                .containsExactly("-", "-", "-", "-", "-", "-", "-", "a@x.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[\"a@x.com\"]",
                "[{\"address\":\"a@x.com\"}]",
                "{}",
                "{\"items\":{\"address\":\"a@x.com\"}}",
                "address\na@x.com\n",
                "{\"items\":[]} {}",
                "{\"items\":[]",
                "{\"items\":[}",
                "\"items\""
            })
    void jsonOfAnotherFormIsUnusable(String text) {
        assertThatThrownBy(() -> json(text)).isInstanceOf(FileUnusable.class);
    }

    // The error may be shown to people who should not see the addresses.
    @Test
    void whatStandsBeforeABreakIsReadAndTheErrorTellsOnlyWhereItIs() throws IOException {
        try (AddressFile file =
                open(ImportDataType.JSON, "{\"items\":[{\"address\":\"a@x.com\"},\n  {\"address\":secret@x.com}]}")) {
            assertThat(file.next()).isPresent();
            assertThatThrownBy(file::next)
                    .isInstanceOf(FileUnusable.class)
                    .hasMessageContaining("line 2")
                    .hasMessageNotContaining("secret");
        }
    }

    private static List<String> csv(String text) throws IOException {
        return read(ImportDataType.CSV, text, StandardCharsets.UTF_8);
    }

    private static List<String> json(String text) throws IOException {
        return read(ImportDataType.JSON, text, StandardCharsets.UTF_8);
    }

    private static AddressFile open(ImportDataType type, String text) throws IOException {
        return AddressFile.of(type, stream(text, StandardCharsets.UTF_8));
    }

    private static List<String> read(ImportDataType type, String text, Charset charset) throws IOException {
        var items = new ArrayList<String>();
        try (AddressFile file = AddressFile.of(type, stream(text, charset))) {
            for (Optional<Item> item = file.next(); item.isPresent(); item = file.next()) {
                items.add(item.get().address().map(MemberAddress::text).orElse("-"));
            }
        }
        return items;
    }

    private static InputStream stream(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }
}
