package dev.entrepot.e2e.badinput;

import static dev.entrepot.e2e.badinput.Errors.assertS3;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.entrepot.e2e.fixture.Answer;
import dev.entrepot.e2e.fixture.Entrepot;
import dev.entrepot.e2e.fixture.ExportedObjects;
import dev.entrepot.e2e.fixture.RawConnection;
import dev.entrepot.e2e.fixture.SampleDomain;
import dev.entrepot.e2e.fixture.SignedHttp;
import dev.entrepot.e2e.fixture.SignedHttp.Draft;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is a name, never a path: whatever it says, it stays in its bucket and the bucket in the data directory. */
class ObjectKeysTest {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final Entrepot ENTREPOT = Entrepot.serving();

    private SignedHttp http;
    private String bucket;
    private Set<Path> outside;

    @BeforeEach
    void bucket() throws Exception {
        http = ENTREPOT.http("s3");
        bucket = "test-" + UUID.randomUUID();
        ENTREPOT.s3().createBucket(create -> create.bucket(bucket));
        outside = outsideTheObjects();
    }

    @AfterEach
    void nothingIsWrittenElsewhere() throws Exception {
        assertThat(outsideTheObjects()).isEqualTo(outside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../escape",
                "a/../../../escape",
                "%2e%2e%2fescape",
                "..%2f..%2f..%2fescape",
                "%2e%2e/escape",
                "..",
                ".",
                "a/./b",
                "a//b",
                "%2fetc%2fpasswd",
                "a%5c..%5cb",
                "a/",
                ".hidden",
                "_entrepot",
                "con",
                "a;b=c",
                "%252e%252e%252f",
            })
    void aKeyLikeAPathIsAKeyOrRefused(String rawKey) {
        Answer put = http.send(new Draft("PUT", "/" + bucket + "/" + rawKey, Map.of(), CONTENT));
        if (put.status() == 200) {
            Answer get = http.send(Draft.of("GET", "/" + bucket + "/" + rawKey));
            assertThat(get.status()).isEqualTo(200);
            assertThat(get.body()).isEqualTo(CONTENT);
            assertThat(ExportedObjects.keys(ENTREPOT.s3(), bucket, "")).hasSize(1);
        } else {
            assertThat(put.status()).as(put.text()).isBetween(400, 404);
            assertS3(put, put.status(), put.xml("Code"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b", "%00", "%ff%fe", "a%zz", "%c0%ae%c0%ae/x"})
    void aKeyThatIsNoTextIsRefused(String rawKey) {
        List<Answer> answers = RawConnection.say(
                ENTREPOT.server().uri(), "GET /" + bucket + "/" + rawKey + " HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isBetween(400, 404);
            assertThat(answer.text()).startsWith("<?xml").contains("<Error>");
        });
    }

    @Test
    void aKeyHasAtMost1024Bytes() {
        assertThat(http.send(new Draft("PUT", "/" + bucket + "/" + "k".repeat(1024), Map.of(), CONTENT))
                        .status())
                .isEqualTo(200);
        assertS3(
                http.send(new Draft("PUT", "/" + bucket + "/" + "k".repeat(1025), Map.of(), CONTENT)),
                400,
                "KeyTooLongError");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"..", ".", "a", "UPPER", "_entrepot.", "under_score", "a..b", "-a-", "x%2f..%2fy", "192.168.0.1"
            })
    void aBucketsNameMustBeOne(String rawName) {
        Answer answer = http.send(new Draft("PUT", "/" + rawName, Map.of(), new byte[0]));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 405);
        assertS3(answer, answer.status(), answer.xml("Code"));
    }

    @Test
    void malformedRequestsAreNoServerErrors() {
        List<Draft> drafts = List.of(
                new Draft("POST", "/" + bucket + "?delete", Map.of(), "<Delete>".getBytes(StandardCharsets.UTF_8)),
                new Draft("POST", "/" + bucket + "?delete", Map.of(), new byte[0]),
                new Draft(
                        "POST",
                        "/" + bucket + "/key?uploadId=no-such",
                        Map.of(),
                        "<x/>".getBytes(StandardCharsets.UTF_8)),
                new Draft("PUT", "/" + bucket + "/key?uploadId=../x&partNumber=1", Map.of(), CONTENT),
                new Draft("PUT", "/" + bucket + "/key?uploadId=x&partNumber=many", Map.of(), CONTENT),
                Draft.of("GET", "/" + bucket + "?list-type=2&max-keys=many"),
                Draft.of("GET", "/" + bucket + "?list-type=2&max-keys=-1"),
                Draft.of("GET", "/" + bucket + "?list-type=2&continuation-token=%25%25"),
                Draft.of("GET", "/" + bucket + "/nothing"),
                Draft.of("GET", "/no-such-bucket"),
                new Draft("PUT", "/" + bucket + "/key", Map.of("x-amz-copy-source", "../../etc/passwd"), new byte[0]),
                new Draft("PUT", "/" + bucket + "/key", Map.of("x-amz-server-side-encryption", "rot13"), CONTENT),
                new Draft("PUT", "/" + bucket + "/key", Map.of("Content-MD5", "wrong"), CONTENT));
        for (Draft draft : drafts) {
            Answer answer = http.send(draft);
            assertThat(answer.status()).as(draft + answer.text()).isBetween(400, 499);
            assertS3(answer, answer.status(), answer.xml("Code"));
        }
    }

    @Test
    void xmlCannotMakeTheServerReadFilesOrGrow() {
        String external = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + "<Delete><Object><Key>&x;</Key></Object></Delete>";
        String laughs = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"" + "a".repeat(1000) + "\">"
                + "<!ENTITY b \"" + "&a;".repeat(1000) + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">]>"
                + "<Delete><Object><Key>&c;</Key></Object></Delete>";
        for (String body : List.of(external, laughs)) {
            Answer answer = http.send(
                    new Draft("POST", "/" + bucket + "?delete", Map.of(), body.getBytes(StandardCharsets.UTF_8)));
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        }
    }

    /** What an export wrote must be there to fetch and to delete, under the name it was given. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "../up",
                "a/../../b",
                "//",
                "%2e%2e%2f",
                "/abs",
                "../../../../tmp/x",
                "a+b c&d=e",
                "é",
                "nul\0nul",
                "a\nb"
            })
    void anExportsPrefixIsANameTooAndStaysInItsBucket(String prefix) {
        SampleDomain.load(ENTREPOT.simpleDb(), SampleDomain.NAME);
        String arn = ENTREPOT.exports().start(SampleDomain.NAME, bucket, Map.of("s3KeyPrefix", prefix));
        JsonNode export = ENTREPOT.exports().ended(arn);
        if (export.get("exportStatus").textValue().equals("FAILED")) {
            assertThat(export.get("failureCode").textValue()).startsWith("S3");
            return;
        }
        assertThat(ExportedObjects.of(ENTREPOT.s3(), export).items()).hasSize(SampleDomain.ITEMS);
        for (String key : ExportedObjects.keys(ENTREPOT.s3(), bucket, "")) {
            ENTREPOT.s3().deleteObject(delete -> delete.bucket(bucket).key(key));
        }
        ENTREPOT.s3().deleteBucket(delete -> delete.bucket(bucket));
    }

    /** Every file of the data directory and its surroundings, but for the objects and the database. */
    private static Set<Path> outsideTheObjects() throws Exception {
        Path data = ENTREPOT.server().data();
        try (var files = Files.walk(data.getParent())) {
            return files.filter(file -> !file.startsWith(data.resolve("objects")))
                    .filter(file -> !file.getFileName().toString().contains(".db"))
                    .collect(Collectors.toSet());
        }
    }
}
