package dev.entrepot.e2e.badinput;

import static dev.entrepot.e2e.badinput.Errors.assertClassic;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.simpledb.model.CreateDomainRequest;
import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.SignedForm;
import dev.entrepot.e2e.fixture.SignedHttp;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classic SimpleDB: forms that are none, parameters that are missing or wrong (case 48 and the texts of section 3.10). */
class FormTest {
    private static SignedHttp http;

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    @BeforeAll
    static void domain() {
        http = ENTREPOT.http("sdb");
        ENTREPOT.simpleDb().createDomain(new CreateDomainRequest("domain"));
    }

    @AfterEach
    void theServerAnswersAsBefore() {
        assertThat(ENTREPOT.simpleDb().listDomains().getDomainNames()).containsExactly("domain");
    }

    @Test
    void actionAndVersionMustBeKnown() { // 48
        assertRefused(Map.of("Version", "2009-04-15"), "MissingAction", "No action was supplied with this request.");
        assertRefused(
                Map.of("Action", "Foo", "Version", "2009-04-15"),
                "InvalidAction",
                "The action Foo is not valid for this web service.");
        Answer old = signed(Map.of("Action", "ListDomains", "Version", "2007-11-07"));
        assertClassic(old, 400, "NoSuchVersion");
        assertThat(old.xml("Message")).startsWith("The requested version (2007-11-07) of service");
        assertClassic(signed(Map.of("Action", "ListDomains")), 400, "NoSuchVersion");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CreateDomain     |                                            | The request must contain the parameter DomainName.
            GetAttributes    | DomainName=domain                          | The request must contain the parameter ItemName.
            PutAttributes    | DomainName=domain&ItemName=i               | No attributes
            PutAttributes    | DomainName=domain&ItemName=i&Attribute.1.Name=n | Attribute.Value missing for Attribute.Name='n'.
            PutAttributes    | DomainName=domain&ItemName=i&Attribute.1.Value=v | Attribute.Name missing for Attribute.Value='v'.
            DeleteAttributes | DomainName=domain&ItemName=i&Attribute.1.Value=v | Attribute.Name missing for Attribute.Value='v'.
            BatchPutAttributes | DomainName=domain&Item.1.ItemName=i      | No attributes for item ='i'.
            Select           |                                            | The request must contain the parameter SelectExpression
            """)
    void whatIsMissingIsNamed(String action, String parameters, String message) {
        assertRefused(form(action, parameters), "MissingParameter", message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PutAttributes | DomainName=domain&ItemName=i&Attribute.1.Name=n&Attribute.1.Value=v&Attribute.1.Replace=yes | Value (yes) for parameter Replace is invalid. The Replace flag should be either true or false.
            PutAttributes | DomainName=domain&ItemName=i&Attribute.1.Name=n&Attribute.1.Value=v&Expected.1.Name=n&Expected.1.Exists=1 | Value (1) for parameter Expected.Exists is invalid. Expected.Exists should be either true or false.
            GetAttributes | DomainName=domain&ItemName=i&ConsistentRead=maybe | Value (maybe) for parameter ConsistentRead is invalid. The ConsistentRead flag should be either true or false.
            ListDomains   | MaxNumberOfDomains=many | Value (many) for parameter MaxNumberOfDomains is invalid. MaxNumberOfDomains must be between 1 and 100.
            PutAttributes | DomainName=domain&ItemName=i&Attribute.1.Name=&Attribute.1.Value=v | Value () for parameter Name is invalid.The empty string is an illegal attribute name
            """)
    void whatIsOfTheWrongKindIsNamed(String action, String parameters, String message) {
        assertRefused(form(action, parameters), "InvalidParameterValue", message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Action=ListDomains&Version=2009-04-15&x=%zz",
                "Action=ListDomains&Version=2009-04-15&x=%",
                "Action=ListDomains&Version=2009-04-15&x=%4",
                "Action=ListDomains&Version=2009-04-15&NextToken=%ff%fe",
                "Action=ListDomains&Version=2009-04-15&NextToken=%c0%80",
                "Action=ListDomains&Version=2009-04-15&NextToken=%ed%a0%80",
            })
    void aMalformedFormIsRefusedThoughItsSignatureIsRight(String body) {
        Answer answer = http.send(SignedForm.post(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertClassic(answer, 400, answer.xml("Code"));
        assertThat(answer.xml("Code")).isIn("InvalidHttpRequest", "InvalidParameterValue");
    }

    @Test
    void aMalformedFormIsRefusedBeforeItsSignatureCanBeChecked() {
        String signed = SignedForm.body(ENTREPOT.server(), Map.of("Action", "ListDomains", "Version", "2009-04-15"));
        for (String more : List.of("&x=%zz", "&%=%", "&x=%ff")) {
            Answer answer = http.unsigned(SignedForm.post(signed + more));
            assertThat(answer.status()).as(answer.text()).isBetween(400, 403);
            assertClassic(answer, answer.status(), answer.xml("Code"));
        }
    }

    @Test
    void anEmptyFormHasNoKeyAndASignedEmptyOneNoAction() {
        assertClassic(http.unsigned(SignedForm.post("")), 403, "AuthMissingFailure");
        assertClassic(http.send(SignedForm.post("")), 400, "MissingAction");
        assertClassic(http.send(SignedForm.post("&&&===&")), 400, "MissingAction");
    }

    @Test
    void sizeAndNumberOfParametersAreBounded() {
        String start = "Action=ListDomains&Version=2009-04-15";
        assertClassic(
                http.send(SignedForm.post(start + "&x=" + "y".repeat(2 * 1024 * 1024))), 400, "InvalidHttpRequest");
        assertClassic(http.send(SignedForm.post(start + "&a=b".repeat(200_000))), 400, "InvalidHttpRequest");
    }

    @Test
    void indicesThatCannotBeNumbersAreNoServerErrors() {
        for (String index : List.of("-1", "99999999999999999999", "x", "", "1.1", "2147483648")) {
            var form = new HashMap<>(form("PutAttributes", "DomainName=domain&ItemName=i"));
            form.put("Attribute." + index + ".Name", "n");
            form.put("Attribute." + index + ".Value", "v");
            Answer answer = signed(form);
            assertThat(answer.status()).as(index + ": " + answer.text()).isLessThan(500);
            if (answer.status() != 200) {
                assertClassic(answer, 400, answer.xml("Code"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void otherVerbsAreUnsupported(String verb) {
        Answer answer = http.send(new Draft(verb, "/?Action=ListDomains&Version=2009-04-15", Map.of(), new byte[0]));
        assertClassic(answer, 400, "UnsupportedHttpVerb");
        assertThat(answer.xml("Message")).isEqualTo("The requested HTTP verb is not supported: " + verb);
    }

    @Test
    void aGetIsAsGoodAsAPost() {
        String query = SignedForm.body(ENTREPOT.server(), Map.of("Action", "ListDomains", "Version", "2009-04-15"));
        assertClassic(http.unsigned(Draft.of("GET", "/?" + query)), 403, "SignatureDoesNotMatch"); // signed as a POST
        assertThat(http.send(Draft.of("GET", "/?Action=ListDomains&Version=2009-04-15"))
                        .status())
                .isEqualTo(200);
    }

    private static Answer signed(Map<String, String> parameters) {
        return http.unsigned(SignedForm.post(SignedForm.body(ENTREPOT.server(), parameters)));
    }

    private static void assertRefused(Map<String, String> parameters, String code, String message) {
        Answer answer = signed(parameters);
        assertClassic(answer, 400, code);
        assertThat(answer.xml("Message")).isEqualTo(message);
    }

    private static Map<String, String> form(String action, @Nullable String parameters) {
        var form = new HashMap<>(Map.of("Action", action, "Version", "2009-04-15"));
        if (parameters != null) {
            for (String pair : parameters.split("&")) {
                String[] sides = pair.split("=", 2);
                form.put(sides[0], sides[1]);
            }
        }
        return form;
    }
}
