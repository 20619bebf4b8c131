package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.Headers;
import dev.entrepot.wire.http.HttpRequest;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why: signatures that AWS itself has published prove the canonical form without any SDK in between. */
class PublishedVectorsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            get-vanilla                      | GET  | / | '' | '' | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
            get-relative                     | GET  | /example/.. | '' | '' | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
            get-slash                        | GET  | // | '' | '' | 5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31
            get-slashes                      | GET  | //example// | '' | '' | 9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84
            get-space                        | GET  | /example space/ | '' | '' | 652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741
            get-utf8                         | GET  | /\u1234 | '' | '' | 8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85
            get-vanilla-empty-query-key      | GET  | /?Param1=value1 | '' | '' | a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb
            get-vanilla-query-order-key-case | GET  | /?Param2=value2&Param1=value1 | '' | '' | b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500
            get-vanilla-query-unreserved     | GET  | /?-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz=-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz | '' | '' | 9c3e54bfcdf0b19771a7f523ee5669cdf59bc7cc0884027167c21bb143a40197
            get-vanilla-utf8-query           | GET  | /?%E1%88%B4=bar | '' | '' | 2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04
            get-header-key-duplicate         | GET  | / | 'My-Header1:value2;My-Header1:value2;My-Header1:value1' | '' | c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea
            get-header-value-order           | GET  | / | 'My-Header1:value4;My-Header1:value1;My-Header1:value3;My-Header1:value2' | '' | 08c7e5a9acfcfeb3ab6b2185e75ce8b1deb5e634ec47601a50643f830c755c01
            get-header-value-trim            | GET  | / | 'My-Header1: value1;My-Header2: "a   b   c"' | '' | acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736
            post-vanilla                     | POST | / | '' | '' | 5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b
            post-header-key-sort             | POST | / | 'My-Header1:value1' | '' | c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c
            post-x-www-form-urlencoded       | POST | / | 'Content-Type:application/x-www-form-urlencoded' | Param1=value1 | ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a
            """)
    void a_published_signature_verifies(
            String name, String method, String target, String headers, String body, String signature) {
        var request = Vectors.of(method, target, headers.replace(';', '\n'), body, signature);
        assertThat(Signed.verifierAt(Vectors.TIME).verify(request, SignatureRules.version4("service")))
                .isEqualTo(new Caller("111122223333", "us-east-1", "AKIDEXAMPLE"));
    }

    @Test
    void the_worked_example_of_the_general_reference_verifies() {
        var headers = Headers.of(
                "Host",
                "iam.amazonaws.com",
                "Content-Type",
                "application/x-www-form-urlencoded; charset=utf-8",
                "X-Amz-Date",
                "20150830T123600Z",
                "Authorization",
                Vectors.authorization(
                        "us-east-1/iam",
                        "content-type;host;x-amz-date",
                        "5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"));
        var request = new HttpRequest("GET", "/", "Action=ListUsers&Version=2010-05-08", headers, new byte[0]);
        assertThat(Signed.verifierAt(Vectors.TIME)
                        .verify(request, SignatureRules.version4("iam"))
                        .account())
                .isEqualTo("111122223333");
    }

    @Test
    void the_oldest_vectors_dated_by_the_date_header_verify() {
        var headers = Headers.of(
                "Host",
                "host.foo.com",
                "Date",
                "Mon, 09 Sep 2011 23:36:00 GMT",
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20110909/us-east-1/host/aws4_request, SignedHeaders=date;host,"
                        + " Signature=b27ccfbfa7df52a200ff74193ca6e32d4b48b8856fab7ebf1c595d0670a7e470");
        var request = new HttpRequest("GET", "/", "", headers, new byte[0]);
        assertThat(Signed.verifierAt(Instant.parse("2011-09-09T23:40:00Z"))
                        .verify(request, SignatureRules.version4("host"))
                        .account())
                .isEqualTo("111122223333");
    }
}
