package dev.entrepot.wire.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entrepot.wire.auth.ObjectLinks.Use;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Why: whoever is handed a link has nothing else, so each must be just what the AWS SDK would have signed. */
class ObjectLinksTest {
    private static final Caller CALLER = new Caller("111122223333", "eu-west-3", "AKIDEXAMPLE");
    private static final Duration HOUR = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({
        "DOWNLOAD, a/b/file.csv, a/b/file.csv",
        "DOWNLOAD, a b+ü~/x%2F=&?.csv, a%20b%2B%C3%BC~/x%252F%3D%26%3F.csv",
        "UPLOAD, 😀, %F0%9F%98%80"
    })
    void a_link_is_what_the_sdk_signs(Use use, String key, String encodedKey) {
        var links = new ObjectLinks(id -> Optional.of(Signed.KEY), () -> Signed.NOW);
        URI link = links.link(use, CALLER, "localhost:4566", "bucket", key, HOUR);
        var method = use == Use.UPLOAD ? SdkHttpMethod.PUT : SdkHttpMethod.GET;
        URI expected = signedBySdk(method, "/bucket/" + encodedKey);
        assertThat(link.toString()).startsWith("http://localhost:4566/bucket/" + encodedKey + "?");
        assertThat(link.getRawQuery().split("&"))
                .containsExactlyInAnyOrder(expected.getRawQuery().split("&"));
    }

    @ParameterizedTest
    @EnumSource
    void who_has_no_key_pair_any_more_gets_no_link(Use use) {
        var links = new ObjectLinks(id -> Optional.empty(), () -> Signed.NOW);
        assertThatThrownBy(() -> links.link(use, CALLER, "localhost:4566", "bucket", "key", HOUR))
                .isInstanceOf(NotAuthenticated.class);
    }

    private static URI signedBySdk(SdkHttpMethod method, String encodedPath) {
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(
                                AwsCredentialsIdentity.create(Signed.KEY.accessKeyId(), Signed.KEY.secretAccessKey()))
                        .request(SdkHttpRequest.builder()
                                .method(method)
                                .uri(URI.create("http://localhost:4566" + encodedPath))
                                .build())
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "s3")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "eu-west-3")
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, HOUR)
                        .putProperty(AwsV4FamilyHttpSigner.DOUBLE_URL_ENCODE, false)
                        .putProperty(AwsV4FamilyHttpSigner.NORMALIZE_PATH, false)
                        .putProperty(AwsV4FamilyHttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(Signed.NOW, ZoneOffset.UTC)))
                .request()
                .getUri();
    }
}
