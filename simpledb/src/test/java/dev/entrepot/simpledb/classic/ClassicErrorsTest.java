package dev.entrepot.simpledb.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.simpledb.SimpleDbLimits;
import dev.entrepot.simpledb.Stage;
import dev.entrepot.storage.database.OnEveryDatabase;
import dev.entrepot.storage.database.TestDatabase;
import dev.entrepot.wire.http.HttpResponse;

/** Clients and their tests match on codes and texts (SimpleDB dossier, section 3.10). */
class ClassicErrorsTest {
    private static final String ITEM = "DomainName=domain&ItemName=i&";
    private static final String PAIR = "Attribute.1.Name=a&Attribute.1.Value=1";

    @OnEveryDatabase
    void everyMistakeHasItsOwnError(TestDatabase test) {
        try (var stage = ItemOperationsTest.domain(test)) {
            ItemOperationsTest.put(stage, "i", "v", "7", "m", "1", "m", "2");
            String put = "Action=PutAttributes&" + ITEM;
            String[][] cases = {
                {"DomainName=domain", "400 MissingAction: No action was supplied with this request."},
                {"Action=Foo", "400 InvalidAction: The action Foo is not valid for this web service."},
                {"Action=CreateDomain", "400 MissingParameter: The request must contain the parameter DomainName."},
                {
                    "Action=CreateDomain&DomainName=ab",
                    "400 InvalidParameterValue: Value (ab) for parameter DomainName is invalid. "
                },
                {
                    "Action=CreateDomain&DomainName=a%23b",
                    "400 InvalidParameterValue: Value (a#b) for parameter DomainName is invalid. "
                },
                {
                    "Action=ListDomains&MaxNumberOfDomains=101",
                    "400 InvalidParameterValue: Value (101) for parameter"
                            + " MaxNumberOfDomains is invalid. MaxNumberOfDomains must be between 1 and 100."
                },
                {
                    "Action=ListDomains&MaxNumberOfDomains=x",
                    "400 InvalidParameterValue: Value (x) for parameter"
                            + " MaxNumberOfDomains is invalid. MaxNumberOfDomains must be between 1 and 100."
                },
                {"Action=ListDomains&NextToken=abc", "400 InvalidNextToken: The specified next token is not valid."},
                {"Action=DomainMetadata&DomainName=nosuch", "400 NoSuchDomain: The specified domain does not exist."},
                {
                    "Action=GetAttributes&DomainName=domain",
                    "400 MissingParameter: The request must contain the parameter ItemName."
                },
                {
                    "Action=GetAttributes&" + ITEM + "ConsistentRead=yes",
                    "400 InvalidParameterValue: Value (yes) for parameter"
                            + " ConsistentRead is invalid. The ConsistentRead flag should be either true or false."
                },
                {put, "400 MissingParameter: No attributes"},
                {put + "Attribute.1.Name=a", "400 MissingParameter: Attribute.Value missing for Attribute.Name='a'."},
                {put + "Attribute.1.Value=1", "400 MissingParameter: Attribute.Name missing for Attribute.Value='1'."},
                {
                    put + "Attribute.1.Name=&Attribute.1.Value=1",
                    "400 InvalidParameterValue: Value () for parameter Name is"
                            + " invalid.The empty string is an illegal attribute name"
                },
                {
                    put + PAIR + "&Attribute.1.Replace=maybe",
                    "400 InvalidParameterValue: Value (maybe) for parameter Replace is"
                            + " invalid. The Replace flag should be either true or false."
                },
                {
                    put + PAIR + "&Expected.Name=v&Expected.Value=30",
                    "409 ConditionalCheckFailed: Conditional check failed."
                            + " Attribute (v) value is (7) but was expected (30)"
                },
                {
                    put + PAIR + "&Expected.1.Name=w&Expected.1.Value=30",
                    "404 AttributeDoesNotExist: Attribute (w) does not exist"
                },
                {
                    put + PAIR + "&Expected.0.Name=m&Expected.0.Value=1",
                    "409 MultiValuedAttribute: Attribute (m) is multi-valued."
                            + " Conditional check can only be performed on a single-valued attribute"
                },
                {
                    put + PAIR + "&Expected.Name=v&Expected.Exists=false",
                    "409 ConditionalCheckFailed: Conditional check failed." + " Attribute (v) value exists."
                },
                {
                    put + PAIR + "&Expected.Name=v&Expected.Exists=true",
                    "400 IncompleteExpectedValues: If Expected.Exists = True"
                            + " or unspecified, then Expected.Value has to be specified"
                },
                {
                    put + PAIR + "&Expected.Name=v&Expected.Value=7&Expected.Exists=false",
                    "400 ExistsAndExpectedValue:"
                            + " Expected.Exists=false and Expected.Value cannot be specified together"
                },
                {
                    put + PAIR + "&Expected.1.Name=v&Expected.2.Name=w",
                    "400 MultipleExpectedNames: Only one Expected.Name can be specified"
                },
                {
                    put + PAIR + "&Expected.Name=v&Expected.Exists=maybe",
                    "400 InvalidParameterValue: Value (maybe) for parameter"
                            + " Expected.Exists is invalid. Expected.Exists should be either true or false."
                },
                {
                    "Action=DeleteAttributes&" + ITEM + "Attribute.1.Value=1",
                    "400 MissingParameter: Attribute.Name missing for" + " Attribute.Value='1'."
                },
                {
                    "Action=BatchPutAttributes&DomainName=domain&Item.1.ItemName=x",
                    "400 MissingParameter: No attributes for item ='x'."
                },
                {
                    "Action=BatchPutAttributes&DomainName=domain&Item.1.ItemName=x&Item.1."
                            + PAIR.replace("&", "&Item.1.") + "&Item.2.ItemName=x&Item.2."
                            + PAIR.replace("&", "&Item.2."),
                    "400 DuplicateItemName: Item x was specified more than once."
                },
                {
                    "Action=Select&SelectExpression=select+*+from+nosuch",
                    "400 NoSuchDomain: The specified domain does not exist."
                },
                {
                    "Action=Select&SelectExpression=select",
                    "400 InvalidQueryExpression: The specified query expression syntax is not valid."
                },
                {
                    "Action=Select&SelectExpression=select+*+from+domain+limit+0",
                    "400 InvalidParameterValue: Value (0) for parameter"
                            + " MaxNumberOfItems is invalid. MaxNumberOfItems must be between 1 and 2500."
                },
                {
                    "Action=Select&SelectExpression=select+*+from+domain&NextToken=abc",
                    "400 InvalidNextToken: The specified next token is not valid."
                },
                {
                    "Action=GetAttributes&DomainName=%zz",
                    "400 InvalidHttpRequest: The HTTP request is invalid. Reason: Broken percent-encoding"
                },
                {
                    "Action=GetAttributes&DomainName=%FF",
                    "400 InvalidHttpRequest: The HTTP request is invalid. Reason:"
                            + " Percent-encoded text is not UTF-8"
                },
            };
            for (String[] each : cases) {
                assertThat(error(stage.form("Version=2009-04-15&" + each[0])))
                        .as(each[0])
                        .isEqualTo(each[1]);
            }
            assertThat(error(stage.form("Version=2007-11-07&Action=ListDomains")))
                    .isEqualTo(
                            "400 NoSuchVersion: The requested version (2007-11-07) of service AmazonSimpleDB does not exist.");
        }
    }

    // [34] Limits count bytes of UTF-8, not characters.
    @OnEveryDatabase
    void longTextsAreMeasuredInBytes(TestDatabase test) {
        try (var stage = ItemOperationsTest.domain(test)) {
            assertThat(ItemOperationsTest.put(stage, "\u00e9".repeat(512), "\u00e9".repeat(512), "\u00e9".repeat(512))
                            .status())
                    .isEqualTo(200);
            assertThat(error(ItemOperationsTest.put(stage, "i", "a", "\u00e9".repeat(513))))
                    .endsWith("for parameter Value is invalid. Value exceeds maximum length of 1024.");
            assertThat(error(ItemOperationsTest.put(stage, "i", "\u00e9".repeat(513), "1")))
                    .endsWith("for parameter Name is invalid. Value exceeds maximum length of 1024.");
            assertThat(error(ItemOperationsTest.put(stage, "\uD83D\uDE00".repeat(257), "a", "1")))
                    .endsWith("for parameter Item is invalid. Value exceeds max length of 1024.");
        }
    }

    // [29] Under AWS's limits the 251st domain is refused; an existing one may be created again.
    @OnEveryDatabase
    void theNumberOfDomainsIsLimitedAsOnAws(TestDatabase test) {
        try (var stage = new Stage(test, SimpleDbLimits.AWS, store -> store)) {
            for (int i = 0; i < 250; i++) {
                stage.classic("CreateDomain", "DomainName", "domain" + i);
            }
            assertThat(error(stage.classic("CreateDomain", "DomainName", "one-more")))
                    .isEqualTo("409 NumberDomainsExceeded: The domain limit was exceeded.");
            assertThat(stage.classic("CreateDomain", "DomainName", "domain7").status())
                    .isEqualTo(200);
        }
    }

    /** {@code status code: text}, from the envelope that only classic SimpleDB has. */
    private static String error(HttpResponse response) {
        String body = Stage.text(response);
        assertThat(body).startsWith("<?xml version=\"1.0\"?>\n<Response><Errors><Error><Code>");
        assertThat(body)
                .containsPattern(
                        "<BoxUsage>0\\.\\d{10}</BoxUsage></Error></Errors><RequestID>[0-9a-f-]{36}</RequestID></Response>$");
        assertThat(response.headers().first("x-amzn-RequestId")).isPresent();
        return response.status() + " " + between(body, "Code") + ": " + between(body, "Message");
    }

    private static String between(String body, String element) {
        String text = body.substring(
                body.indexOf("<" + element + ">") + element.length() + 2, body.indexOf("</" + element + ">"));
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
