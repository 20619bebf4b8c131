package dev.entrepot.e2e.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.e2e.fixture.Answer;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The three protocols' error forms, each held to the letter. */
final class Errors {
    private Errors() {}

    /** restJson1's. */
    static void assertJson(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("x-amzn-ErrorType")).as(answer.text()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.header("x-amzn-RequestId")).matches("[0-9a-f-]{36}");
        assertThat(answer.json().get("message").textValue()).isNotBlank();
        assertNothingInternal(answer);
    }

    /** Classic SimpleDB's own, which is not awsQuery's. */
    static void assertClassic(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("text/xml");
        Element root = answer.xml();
        assertThat(root.getNodeName()).isEqualTo("Response");
        assertThat(root.getNamespaceURI()).isNull();
        assertThat(children(root)).containsExactly("Errors", "RequestID");
        assertThat(children(root.getElementsByTagName("Error").item(0))).containsExactly("Code", "Message", "BoxUsage");
        assertThat(answer.xml("Code")).as(answer.text()).isEqualTo(code);
        assertThat(answer.xml("Message")).isNotBlank();
        assertThat(answer.header("x-amzn-RequestId")).isEqualTo(answer.xml("RequestID"));
        assertNothingInternal(answer);
    }

    /** S3's. */
    static void assertS3(Answer answer, int status, String... codes) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/xml");
        assertThat(answer.xml().getNodeName()).isEqualTo("Error");
        assertThat(answer.xml("Code")).as(answer.text()).isIn(List.of(codes));
        assertThat(answer.xml("Message")).isNotBlank();
        // A target that HTTP itself refuses is answered before S3 is known; SDKs read either header.
        assertThat(answer.header("x-amz-request-id") + answer.header("x-amzn-RequestId"))
                .isNotBlank();
        assertNothingInternal(answer);
    }

    private static void assertNothingInternal(Answer answer) {
        assertThat(answer.text())
                .doesNotContain("Exception:", "dev.entrepot", "java.", "org.", "sqlite", "SQL", "\tat ");
    }

    private static List<String> children(Node parent) {
        var names = new ArrayList<String>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                names.add(element.getTagName());
            }
        }
        return names;
    }
}
