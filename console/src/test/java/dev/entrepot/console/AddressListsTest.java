package dev.entrepot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.console.Browser.Page;
import org.junit.jupiter.api.Test;

/** Over the API a file takes three calls and an upload; whoever has only a browser has one form. */
class AddressListsTest extends StagedTest {
    @Test
    void membersAreAddedFoundAndRemoved() {
        browser.get("address-lists");
        String list = browser.post("address-lists", "name", "blocked").header("location");
        browser.submit(list + "/members/add", "address", "*@spam.example.com");
        assertThat(browser.submit(list + "/members/add", "address", "a@example.com")
                        .text())
                .contains(">*@spam.example.com</td>", ">a@example.com</td>");
        assertThat(browser.get(list + "?prefix=a").text())
                .contains(">a@example.com</td>")
                .doesNotContain("spam");
        assertThat(browser.post(list + "/members/add", "address", "two words").status())
                .isEqualTo(400);

        Page question = browser.get(browser.get(list + "?prefix=a").link("Remove"));
        assertThat(question.text()).contains("<h1>Remove the member?</h1>", "a@example.com");
        assertThat(browser.submit(list + "/members/remove", "address", "a@example.com")
                        .text())
                .doesNotContain(">a@example.com</td>");
        assertThat(browser.get("address-lists").text()).contains(">blocked</a>");
    }

    @Test
    void aFileIsImported() {
        browser.get("address-lists");
        String list = browser.post("address-lists", "name", "blocked").header("location");
        Page sent = browser.upload(
                list + "/import", "my file.csv", "address\na@example.com\nb@example.com\nnobody\n", "format", "CSV");
        assertThat(sent.header("location")).isEqualTo(list);
        assertThat(browser.await(list, ">completed</span>").text())
                .contains(
                        ">my-file.csv</td>", ">a@example.com</td>", "<td class=\"n\">2</td><td class=\"n warn\">1</td>")
                .doesNotContain("hx-get", "/stop\"");
        assertThat(browser.get("jobs").text()).contains("Address list import");
    }
}
