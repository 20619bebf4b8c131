package dev.entrepot.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.schema.Constraints;
import dev.entrepot.wire.schema.HttpBinding;
import dev.entrepot.wire.schema.HttpPlace;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.Operation;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.StructSchema;
import dev.entrepot.wire.schema.TimestampFormat;
import dev.entrepot.wire.schema.Unit;
import dev.entrepot.wire.schema.XmlNames;
import dev.entrepot.wire.service.BoundOperation;
import dev.entrepot.wire.service.OperationHandler;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Router, codecs and validator know a service by these constants alone, so every trait they act on must arrive. */
class GeneratedServiceTest {
    @TempDir
    Path work;

    private GeneratedCode code;

    @BeforeEach
    void contract() throws Exception {
        code = GeneratedCode.of(work, """
                @aws.auth#sigv4(name: "lib")
                @aws.protocols#restJson1
                @xmlNamespace(uri: "http://library/")
                service Library {
                    version: "2026-01-01"
                    operations: [Ping]
                    resources: [Books]
                    errors: [Busy]
                }
                resource Books { operations: [GetBook] }
                @http(method: "POST", uri: "/ping")
                operation Ping {}
                @readonly
                @http(method: "GET", uri: "/books/{Id}?full", code: 203)
                @entrepot#alsoBoundTo([{ method: "POST", uri: "/v0/books/{Id}" }])
                operation GetBook { input: GetBookInput, output: GetBookOutput, errors: [Gone] }
                structure GetBookInput {
                    @required
                    @httpLabel
                    Id: Id
                    @httpQuery("since")
                    @timestampFormat("http-date")
                    since: Timestamp
                    @httpHeader("X-Limit")
                    @range(max: 9)
                    limit: Limit
                }
                @xmlName("Book")
                @xmlNamespace(uri: "http://book/", prefix: "b")
                structure GetBookOutput {
                    @jsonName("Titel")
                    @xmlFlattened
                    @xmlName("Title")
                    titles: Titles
                }
                @uniqueItems
                @length(max: 3)
                list Titles { @xmlName("T") member: Id }
                @length(min: 2)
                @pattern("^[a-z\\\\d]+$")
                string Id
                @range(min: 1, max: 5)
                integer Limit
                @error("client")
                structure Gone {}
                @error("server")
                structure Busy {}
                """);
    }

    @Test
    void theServiceKnowsItsOperationsAndTheirForms() throws Exception {
        var service = (Service) code.constant("Library", "SERVICE");
        assertThat(service.name()).isEqualTo("Library");
        assertThat(service.version()).isEqualTo("2026-01-01");
        assertThat(service.signingName()).isEqualTo("lib");
        assertThat(service.xmlNamespace()).isEqualTo("http://library/");
        assertThat(service.operations()).extracting(Operation::name).containsExactly("GetBook", "Ping");
        Operation<?, ?> getBook = service.operations().getFirst();
        assertThat(getBook.bindings())
                .containsExactly(
                        new HttpBinding("GET", "/books/{Id}?full", 203),
                        new HttpBinding("POST", "/v0/books/{Id}", 200));
        assertThat(getBook.errors()).extracting(StructSchema::name).containsExactlyInAnyOrder("Gone", "Busy");
    }

    @Test
    void membersCarryConstraintsNamesAndPlaces() throws Exception {
        List<Member> input = code.schema("GetBookInput").members();
        Member id = input.getFirst();
        assertThat(id.required()).isTrue();
        assertThat(id.place()).isEqualTo(HttpPlace.LABEL);
        assertThat(id.constraints().length()).isEqualTo(new Constraints.Length(2, Long.MAX_VALUE));
        assertThat(id.constraints().pattern()).hasToString("^[a-z\\d]+$");
        assertThat(input.get(1).timestampFormat()).isEqualTo(TimestampFormat.HTTP_DATE);
        assertThat(input.get(1).placeName()).isEqualTo("since");
        assertThat(input.get(2).constraints().range())
                .as("the member's own trait wins")
                .isEqualTo(new Constraints.Range(null, new BigDecimal("9")));
        StructSchema output = code.schema("GetBookOutput");
        assertThat(output.xml()).isEqualTo(new XmlNames("Book", "http://book/", "b"));
        Member titles = output.members().getFirst();
        assertThat(titles.jsonName()).isEqualTo("Titel");
        assertThat(titles.xmlName()).isEqualTo("Title");
        assertThat(titles.xmlFlattened()).isTrue();
        assertThat(titles.constraints().uniqueItems()).isTrue();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // the types exist only inside this test
    void theHandlerBindsEachOperationToItsMethod() throws Exception {
        List<String> called = new ArrayList<>();
        InvocationHandler answer = (proxy, method, arguments) -> {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            }
            called.add(method.getName() + arguments.length);
            return null;
        };
        Class<?> type = code.type("LibraryHandler");
        Object handler = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answer);
        var bound = (List<BoundOperation<?, ?>>) type.getMethod("operations").invoke(handler);
        var results = new ArrayList<Object>();
        for (BoundOperation<?, ?> operation : bound) {
            results.add(((OperationHandler) operation.handler()).handle(null, null));
        }
        assertThat(called).containsExactly("getBook2", "ping1");
        assertThat(results).containsExactly(null, Unit.VALUE);
        assertThat(bound.getLast().operation().modelsOutput()).isFalse();
    }
}
