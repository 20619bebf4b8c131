package dev.entrepot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.console.Browser.Page;
import dev.entrepot.sesv2.contract.CreateContactListRequest;
import dev.entrepot.sesv2.contract.SESv2;
import org.junit.jupiter.api.Test;

/** Whoever imports addresses wants to know before what will happen to them, and afterwards whom nobody may write to. */
class SesPagesTest extends StagedTest {
    @Test
    void aDryRunTellsWhatTheImportWouldDoAndThenDoesIt() {
        stage.call(
                SESv2.CREATE_CONTACT_LIST,
                CreateContactListRequest.builder().contactListName("readers").build());
        stage.put("contacts.csv", "emailAddress,unsubscribeAll\na@example.com,false\nnobody,false\n");
        browser.get("contact-lists/readers");
        Page started = browser.submit(
                "contact-lists/readers/import",
                "source",
                "s3://bucket/contacts.csv",
                "format",
                "CSV",
                "action",
                "PUT",
                "protect",
                "on",
                "dry",
                "on");
        Page found = browser.await(started.job(), "Nothing has been changed yet.");
        assertThat(found.text())
                .contains("SES import, dry run", "<dt>Would be added</dt><dd>1</dd>")
                .contains("<dt>Rejected</dt><dd class=\"warn\">1</dd>", "<td class=\"n\">3</td>")
                .contains("name=\"protect\" value=\"on\"", "import-dry-runs/");
        assertThat(browser.get("contact-lists/readers").text()).contains("No contacts.");

        String form = found.text().replaceAll("(?s).*action=\"([^\"]*/import)\".*", "$1");
        Page load = browser.submit(form, "source", "s3://bucket/contacts.csv", "format", "CSV", "action", "PUT");
        browser.await(load.job(), "Rejected records</h2>");
        assertThat(browser.get("contact-lists/readers").text()).contains("a@example.com");
    }

    @Test
    void suppressedAddressesAreAddedFilteredImportedAndRemoved() {
        browser.get("suppressed-addresses");
        browser.submit("suppressed-addresses", "address", "a@example.com", "reason", "COMPLAINT");
        stage.put("gone.csv", "b@example.com,BOUNCE\n");
        Page load = browser.submit(
                "suppressed-addresses/import", "source", "s3://bucket/gone.csv", "format", "CSV", "action", "PUT");
        browser.await(load.job(), "state succeeded");
        assertThat(browser.get("suppressed-addresses").text()).contains("a@example.com", "b@example.com", load.job());
        assertThat(browser.get("suppressed-addresses?reason=BOUNCE&from=2025-01-01")
                        .text())
                .contains("b@example.com")
                .doesNotContain("a@example.com");
        assertThat(browser.get("suppressed-addresses?to=2024-12-31").text()).contains("No suppressed addresses.");
        assertThat(browser.get("contact-lists").text()).contains("No jobs.");

        Page question = browser.get("suppressed-addresses/remove?address=a%40example.com");
        assertThat(question.text()).contains("a@example.com", "<button class=\"danger\">Remove</button>");
        assertThat(browser.submit("suppressed-addresses/remove", "address", "a@example.com")
                        .text())
                .doesNotContain("a@example.com");
    }

    @Test
    void metricsAndMessagesAreExported() {
        browser.get("message-exports");
        Page metrics = browser.submit(
                "message-exports/metrics",
                "from",
                "2026-01-01",
                "to",
                "2026-01-01",
                "format",
                "CSV",
                "EMAIL_IDENTITY",
                "a@example.com, b.example.com",
                "SEND.VOLUME",
                "on",
                "OPEN.RATE",
                "on");
        assertThat(browser.await(metrics.job(), "state succeeded").text())
                .contains("SES export", "b.example.com", ">s3://");

        Page messages = browser.submit(
                "message-exports/messages",
                "from",
                "2026-01-01",
                "to",
                "2026-01-01",
                "format",
                "JSON",
                "include.to",
                "c@example.com",
                "exclude.delivery",
                "DELIVERY",
                "most",
                "7");
        assertThat(browser.await(messages.job(), "state succeeded").text()).contains("maxResults");
        assertThat(browser.get("message-exports").text()).contains(metrics.job(), messages.job());

        assertThat(browser.post("message-exports/metrics", "from", "2026-01-01", "to", "2026-01-01", "format", "CSV")
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("message-exports/messages", "to", "2026-01-01", "format", "CSV")
                        .text())
                .contains("The field from is empty.");
    }
}
