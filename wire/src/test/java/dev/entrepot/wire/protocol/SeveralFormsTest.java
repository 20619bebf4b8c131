package dev.entrepot.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.Struct;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.schema.Unit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** AWS moves the HTTP forms of operations between SDK releases and keeps the old ones alive; so must we. */
class SeveralFormsTest {
    private static final StructSchema INPUT = DynamicStruct.structure(
            "ListRequest",
            Member.of("NextToken", SimpleSchema.STRING).place(HttpPlace.QUERY, "NextToken"),
            Member.of("PageSize", SimpleSchema.INTEGER).place(HttpPlace.QUERY, "PageSize"));

    private static RestJson1 protocol(HttpBinding... forms) {
        var operation = new Operation<>("List", INPUT, Unit.SCHEMA, true, false, List.of(forms), List.of());
        return new RestJson1(new Service("dev.entrepot.test#S", "1", "test", "", List.of(operation)), "/");
    }

    private static HttpBinding form(String method, String uri) {
        return new HttpBinding(method, uri, 200);
    }

    private static void assertDecodes(RestJson1 protocol, String method, String path, String query, String body) {
        var request = new HttpRequest(
                method,
                path,
                query,
                body.isEmpty() ? Headers.EMPTY : Headers.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8));
        assertThat(protocol.claims(RequestHead.of(request))).isTrue();
        Struct input = protocol.decode(request).input();
        assertThat(input.get(0)).isEqualTo("abc");
        assertThat(input.get(1)).isEqualTo(7);
    }

    @Test
    void whatOneFormHasInTheQueryAnotherHasInTheBody() {
        RestJson1 protocol = protocol(form("GET", "/v2/email/identities"), form("POST", "/v2/email/list-identities"));

        assertDecodes(protocol, "GET", "/v2/email/identities", "NextToken=abc&PageSize=7", "");
        assertDecodes(protocol, "POST", "/v2/email/list-identities", "", "{\"NextToken\":\"abc\",\"PageSize\":7}");
    }

    // SES v2 before May 2024: a structure does not fit into a query, so the SDKs sent it as the body of a GET.
    @Test
    void whereTheFirstFormHasABodyAGetIsReadFromItsQueryAndItsBody() {
        StructSchema input = DynamicStruct.structure(
                "ListRequest",
                Member.of("NextToken", SimpleSchema.STRING),
                Member.of("PageSize", SimpleSchema.INTEGER));
        var operation = new Operation<>(
                "List",
                input,
                Unit.SCHEMA,
                true,
                false,
                List.of(form("POST", "/jobs/list"), form("GET", "/jobs")),
                List.of());
        var protocol = new RestJson1(new Service("dev.entrepot.test#S", "1", "test", "", List.of(operation)), "/");

        assertDecodes(protocol, "POST", "/jobs/list", "", "{\"NextToken\":\"abc\",\"PageSize\":7}");
        assertDecodes(protocol, "GET", "/jobs", "NextToken=abc&PageSize=7", "");
        assertDecodes(protocol, "GET", "/jobs", "PageSize=7", "{\"NextToken\":\"abc\"}");
    }

    @Test
    void whatOneFormHasInThePathAnotherHasInTheBody() {
        StructSchema input = DynamicStruct.structure(
                "PutRequest",
                Member.of("Name", SimpleSchema.STRING).required().place(HttpPlace.LABEL, "Name"),
                Member.of("Size", SimpleSchema.INTEGER));
        var operation = new Operation<>(
                "Put",
                input,
                Unit.SCHEMA,
                true,
                false,
                List.of(form("PUT", "/v2/{Name}"), form("PUT", "/v1/{Name}"), form("POST", "/put")),
                List.of());
        var protocol = new RestJson1(new Service("dev.entrepot.test#S", "1", "test", "", List.of(operation)), "/");

        assertDecodes(protocol, "PUT", "/v2/abc", "", "{\"Size\":7}");
        assertDecodes(protocol, "PUT", "/v1/abc", "", "{\"Size\":7}");
        assertDecodes(protocol, "POST", "/put", "", "{\"Size\":7,\"Name\":\"abc\"}");
    }

    /** Whoever may set members from two places may tell a proxy one thing and the server another. */
    @Test
    void theBodyCannotSetWhatThePathOrTheQuerySets() {
        StructSchema input = DynamicStruct.structure(
                "PutRequest",
                Member.of("Name", SimpleSchema.STRING).place(HttpPlace.LABEL, "Name"),
                Member.of("Filter", SimpleSchema.STRING).place(HttpPlace.QUERY, "filter"),
                Member.of("Size", SimpleSchema.INTEGER));
        var operation =
                new Operation<>("Put", input, Unit.SCHEMA, true, false, List.of(form("PUT", "/v2/{Name}")), List.of());
        var protocol = new RestJson1(new Service("dev.entrepot.test#S", "1", "test", "", List.of(operation)), "/");
        var request = new HttpRequest(
                "PUT",
                "/v2/right",
                "",
                Headers.of("content-type", "application/json"),
                "{\"Name\":\"wrong\",\"Filter\":\"wrong\",\"Size\":1}".getBytes(StandardCharsets.UTF_8));

        Struct decoded = protocol.decode(request).input();

        assertThat(decoded.get(0)).isEqualTo("right");
        assertThat(decoded.get(1)).isNull();
        assertThat(decoded.get(2)).isEqualTo(1);
    }
}
