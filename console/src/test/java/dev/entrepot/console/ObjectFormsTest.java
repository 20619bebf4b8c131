package dev.entrepot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.console.Browser.Page;
import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** What is put into a bucket by hand must be what was meant, and nothing may go by a slip of the hand. */
class ObjectFormsTest extends StagedTest {
    @Test
    void anUploadedFileIsAnObjectAndReplacesNoneUnasked() {
        browser.get("buckets/bucket?prefix=in/");
        Page first = browser.upload("buckets/bucket/upload", "a b.csv", "x\n1\n", "prefix", "in/");
        assertThat(first.header("location")).isEqualTo("/_entrepot/console/buckets/bucket/object?key=in%2Fa%20b.csv");
        assertThat(browser.get(first.header("location")).text()).contains("text/csv", "<th>x</th>", "<td>1</td>");

        Page again = browser.upload("buckets/bucket/upload", "a b.csv", "x\n2\n", "prefix", "in/");
        assertThat(again.status()).isEqualTo(412);
        assertThat(again.text()).contains("in/a b.csv is there already, and was not to be replaced.");
        Page replaced = browser.upload("buckets/bucket/upload", "a b.csv", "x\n3\n", "prefix", "in/", "replace", "on");
        assertThat(browser.get(replaced.header("location")).text()).contains("<td>3</td>");
        assertThat(browser.upload("buckets/bucket/upload", "", "").text()).contains("No file was chosen.");
    }

    @Test
    void anObjectIsDeletedOnceSomebodyHasSaidYes() {
        stage.put("in/a & b", "text");
        Page object = browser.get("buckets/bucket/object?key=in/a+%26+b");
        Page question = browser.get(object.link("Delete"));
        assertThat(question.text()).contains("<h1>Delete the object?</h1>", "name=\"key\" value=\"in/a &amp; b\"");
        assertThat(browser.get("buckets/bucket?prefix=in/").text()).contains("a &amp; b");
        Page folder = browser.submit("buckets/bucket/delete", "key", "in/a & b");
        assertThat(folder.text()).contains("No objects.");
        assertThat(browser.get("buckets/bucket/delete?key=in/a+%26+b").status()).isEqualTo(404);
    }

    // A file is held in memory; strangers could fill it.
    @Test
    void onlyWhoIsLoggedInMaySendAFile() {
        var head = Headers.builder().add("Content-Type", "multipart/form-data; boundary=x");
        assertThat(limit(head.build())).isEqualTo(256 << 10);
        assertThat(limit(head.add("Cookie", browser.cookie).build())).isEqualTo(16 << 20);
        assertThat(limit(Headers.of("Cookie", browser.cookie))).isEqualTo(256 << 10);
    }

    private int limit(Headers headers) {
        var head = new HttpRequest("POST", "/_entrepot/console/buckets/bucket/upload", "", headers, new byte[0]);
        return stage.console.claim(head).orElseThrow().bodyLimit().bytes();
    }
}
