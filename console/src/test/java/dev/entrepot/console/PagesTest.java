package dev.entrepot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.console.Browser.Page;
import dev.entrepot.sesv2.contract.CreateContactListRequest;
import dev.entrepot.sesv2.contract.SESv2;
import dev.entrepot.simpledb.classic.contract.AmazonSimpleDB;
import dev.entrepot.simpledb.classic.contract.CreateDomainRequest;
import dev.entrepot.simpledb.classic.contract.PutAttributesRequest;
import dev.entrepot.simpledb.classic.contract.ReplaceableAttribute;
import dev.entrepot.storage.Owner;
import dev.entrepot.storage.objects.Requester;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People without scripts, and people who cannot read logs, must be able to do a whole day's work here. */
class PagesTest extends StagedTest {
    private static final String NASTY = "<script>alert(1)</script>";

    private void domain(String name, String item, String attribute, String... values) {
        stage.call(
                AmazonSimpleDB.CREATE_DOMAIN,
                CreateDomainRequest.builder().domainName(name).build());
        for (String value : values) {
            var pair =
                    ReplaceableAttribute.builder().name(attribute).value(value).build();
            stage.call(
                    AmazonSimpleDB.PUT_ATTRIBUTES,
                    PutAttributesRequest.builder()
                            .domainName(name)
                            .itemName(item)
                            .attributes(List.of(pair))
                            .build());
        }
    }

    @Test
    void theOverviewCountsWhatEverySystemHolds() {
        domain("cities", "Wien", "country", "AT");
        String page = browser.get("/_entrepot/").text();
        assertThat(page)
                .contains(
                        "<strong>1</strong> domain<", "<strong>0</strong> contact lists", "<strong>1</strong> bucket<");
        assertThat(browser.get("/_entrepot").text()).contains("<strong>1</strong> domain<");
    }

    @Test
    void aSelectShowsAColumnForEachAttributeAndAllValues() {
        domain("cities", "Wien", "name", "Vienna", NASTY);
        Page page = browser.get("domains/cities");
        assertThat(page.text())
                .contains(">select * from `cities` limit 25</textarea>", "<th>name</th>")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; · Vienna")
                .doesNotContain(NASTY);

        Page refused = browser.get("domains/cities?select=select+nothing");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("role=\"alert\">The specified query expression syntax is not valid.")
                .contains(">select nothing</textarea>");
    }

    @Test
    void aLongSelectGoesOnOnTheNextPage() {
        domain("cities", "a", "x", "1");
        domain("cities", "b", "x", "1");
        Page first = browser.get("domains/cities?select=select+*+from+cities+limit+1");
        assertThat(first.text()).contains("<th scope=\"row\">a</th>").doesNotContain("<th scope=\"row\">b</th>");
        String next = first.text()
                .replaceAll("(?s).*href=\"([^\"]*token=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(browser.get(next).text()).contains("<th scope=\"row\">b</th>");
    }

    @Test
    void anExportIsStartedWatchedAndReadFromItsPages() {
        domain("cities", "Wien", "country", "AT");
        browser.get("domains/cities");
        Page job = browser.submit("domains/cities/export", "bucket", "bucket", "prefix", "out");
        String address = job.text().replaceAll("(?s).*action=\"([^\"]*)/stop\".*", "$1");
        assertThat(job.text()).contains("<h1>Domain export <span class=\"quiet\">cities</span></h1>", "AKIATEST");
        assertThat(address).startsWith("/_entrepot/console/jobs/");

        Page ended = browser.await(address, "state succeeded");
        assertThat(ended.text()).doesNotContain("hx-get", "/stop\"");
        String folder = ended.link("s3://bucket/out/");
        Page files = browser.get(folder);
        assertThat(files.text()).contains(">manifest-summary.json</a>");

        Page file = browser.get(files.link("manifest-summary.json"));
        assertThat(file.text()).contains("&#34;itemsCount&#34;".replace("&#34;", "\""));
        Page download = browser.get(file.link("Download"));
        assertThat(download.status()).isEqualTo(303);
        assertThat(download.header("location"))
                .startsWith("/bucket/out/")
                .contains("/manifest-summary.json?X-Amz-Algorithm=", "AKIATEST");
        assertThat(browser.get("jobs").text()).contains(address, "Domain export");
        assertThat(browser.get("jobs?active=on").text()).contains("No jobs.");
        assertThat(browser.get("domains/cities").text()).contains(address);
    }

    @Test
    void whatAServiceRefusesIsSaidInItsOwnWords() {
        browser.get("domains");
        Page short_ = browser.post("domains", "name", "x");
        assertThat(short_.status()).isEqualTo(400);
        assertThat(short_.text())
                .contains("<h1>InvalidParameterValue</h1>", "Value (x) for parameter DomainName is invalid.");

        assertThat(browser.post("domains/nowhere/export", "bucket", "bucket").text())
                .contains("<h1>NoSuchDomain");
        assertThat(browser.post("domains/nowhere/import", "bucket", "bucket", "key", "k", "format", "XML")
                        .status())
                .isEqualTo(400);
        assertThat(browser.post("domains/nowhere/import", "bucket", "bucket").text())
                .contains("The field key is empty.");
    }

    @Test
    void anImportShowsTheRecordsItRejectedAndWhy() {
        stage.call(
                SESv2.CREATE_CONTACT_LIST,
                CreateContactListRequest.builder().contactListName("readers").build());
        stage.put("contacts.csv", "emailAddress,unsubscribeAll\na@example.com,false\nnobody,false\n");
        browser.get("contact-lists/readers");
        Page job = browser.submit(
                "contact-lists/readers/import", "source", "s3://bucket/contacts.csv", "format", "CSV", "action", "PUT");
        String address = job.text().replaceAll("(?s).*action=\"([^\"]*)/stop\".*", "$1");
        String ended = browser.await(address, "Rejected records</h2>").text();
        assertThat(ended)
                .contains("s3://bucket/contacts.csv", "s3://entrepot-ses-111122223333-us-east-1/import-jobs/")
                .containsPattern("<tr>\\s*<td>3</td>");
        assertThat(browser.get("contact-lists/readers").text()).contains("a@example.com", address);
    }

    @Test
    void objectsOfOtherAccountsAreRefusedAsByS3() {
        stage.objects.createBucket(Requester.of(new Owner("444455556666", "us-east-1")), "others");
        assertThat(browser.get("buckets").text()).doesNotContain("others");
        for (String address :
                List.of("buckets/others", "buckets/others/object?key=k", "buckets/others/download?key=k")) {
            Page refused = browser.get(address);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text()).contains("<h1>AccessDenied</h1>");
        }
        assertThat(browser.get("buckets/nowhere").status()).isEqualTo(404);
    }

    @Test
    void foldersAndPagesOfALongBucketCanBeWalked() {
        for (int i = 0; i < 205; i++) {
            stage.put("many/%03d & more.txt".formatted(i), "text " + i);
        }
        Page top = browser.get("buckets/bucket");
        Page first = browser.get(top.link("many/"));
        assertThat(first.text()).contains("000 &amp; more.txt").doesNotContain("204 &amp; more.txt");
        Page second = browser.get(first.link("More"));
        assertThat(browser.get(second.link("204 &amp; more.txt")).text()).contains("text 204");
    }

    @Test
    void anObjectIsShownAsWhatItIs() {
        stage.put("table.csv", "name,note\nWien,\"two\nlines, " + NASTY + "\"\n");
        assertThat(browser.get("buckets/bucket/object?key=table.csv").text())
                .contains("<th>name</th>", "&lt;script&gt;")
                .doesNotContain(NASTY);
        stage.put("records.ndjson", "{\"line\":1,\"record\":[1,2]}\n{\"line\":2,\"reason\":\"bad\"}\n");
        assertThat(browser.get("buckets/bucket/object?key=records.ndjson").text())
                .contains("<th>line</th>", "<th>reason</th>", "<td>[1,2]</td>", "<td>bad</td>");
        stage.put("binary", "\0\1\2");
        assertThat(browser.get("buckets/bucket/object?key=binary").text()).contains("there is nothing to show");
        stage.put("long.txt", "ä".repeat(40_000));
        assertThat(browser.get("buckets/bucket/object?key=long.txt").text()).contains("äää", "The first 64 KiB.");
        stage.put("page.html", NASTY);
        assertThat(browser.get("buckets/bucket/object?key=page.html").text()).doesNotContain(NASTY);
    }

    // Every page forbids what it does not need: then text that slipped through could still do nothing.
    @Test
    void noPageAllowsForeignOrInlineCode() {
        domain("cities", "Wien", "country", "AT");
        for (String address : List.of(
                "/_entrepot/",
                "jobs",
                "domains",
                "domains/cities",
                "contact-lists",
                "suppressed-addresses",
                "message-exports",
                "archives",
                "address-lists",
                "audiences",
                "buckets",
                "nowhere",
                "log-in")) {
            Page page = browser.get(address);
            assertThat(page.header("content-security-policy"))
                    .startsWith("default-src 'none'; script-src 'nonce-")
                    .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe", "*", "http");
            assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(page.header("cache-control")).isEqualTo("no-store");
            assertThat(page.text())
                    .doesNotContainPattern("(?i) (style|on[a-z]+)=")
                    .doesNotContain("src=\"http", "<style");
        }
    }

    @Test
    void assetsAreOursAndMayBeKept() {
        String page = browser.get("/_entrepot/").text();
        for (String name : List.of("console.css", "htmx.js", "icon.svg")) {
            String address = page.replaceAll("(?s).*\"(/_entrepot/console/assets/[0-9a-f]+/" + name + ")\".*", "$1");
            Page asset = new Browser(stage.console).get(address);
            assertThat(asset.status()).isEqualTo(200);
            assertThat(asset.header("cache-control")).contains("immutable");
            assertThat(asset.text()).hasSizeGreaterThan(100);
        }
    }

    @Test
    void whatIsNotThereIsAPageToo() {
        for (String address : List.of(
                "nowhere",
                "jobs/0",
                "jobs/00000000-0000-0000-0000-000000000000",
                "domains/none",
                "buckets/bucket/object?key=no")) {
            Page page = browser.get(address);
            assertThat(page.status()).isIn(400, 404);
            assertThat(page.text()).contains("To the overview");
        }
        assertThat(browser.get("jobs?before=yesterday").status()).isEqualTo(400);
        assertThat(browser.get("domains/%ZZ").status()).isEqualTo(400);
    }
}
