package dev.entrepot.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The suite's services have few routes that compete; ours have addresses, ARNs and old forms of operations in their paths. */
class UriTemplateTest {
    private static Optional<Map<String, String>> match(String template, String path, String query) {
        return UriTemplate.parse(template).match(UriTemplate.split(path), query);
    }

    private static Optional<Map<String, String>> match(String template, String path) {
        return match(template, path, "");
    }

    @Test
    void anEncodedSlashStaysInsideItsLabel() {
        assertThat(match("/v2/lists/{name}", "/v2/lists/a%2Fb")).contains(Map.of("name", "a%2Fb"));
        assertThat(match("/v2/lists/{name}", "/v2/lists/a/b")).isEmpty();
    }

    /** Clients send labels that are a dot or two dots as they are; a path cleaned up would name another resource. */
    @Test
    void dotSegmentsAreData() {
        assertThat(match("/v2/lists/{name}", "/v2/lists/..")).contains(Map.of("name", ".."));
        assertThat(match("/v2/lists/{name}/x", "/v2/lists/./x")).contains(Map.of("name", "."));
    }

    @Test
    void aTrailingSlashIsOptional() {
        assertThat(match("/v2/insights/", "/v2/insights")).isPresent();
        assertThat(match("/v2/insights", "/v2/insights/")).isPresent();
        assertThat(match("/v2/insights", "/v2/insights//")).isEmpty();
        assertThat(match("/", "/")).isPresent();
    }

    @Test
    void aLabelIsNeverEmpty() {
        assertThat(match("/v2/lists/{name}", "/v2/lists/")).isEmpty();
        assertThat(match("/v2/{list}/contacts", "/v2//contacts")).isEmpty();
    }

    @Test
    void aGreedyLabelTakesWhatTheLiteralsAroundItLeave() {
        assertThat(match("/tags/{arn+}/x", "/tags/a/b//c/x")).contains(Map.of("arn", "a/b//c"));
        assertThat(match("/tags/{arn+}", "/tags/a/")).contains(Map.of("arn", "a/"));
        assertThat(match("/tags/{arn+}/x", "/tags/x")).isEmpty();
    }

    @Test
    void queryLiteralsAreDemanded() {
        assertThat(match("/b?acl&type=2", "/b", "type=2&x=1&acl=")).isPresent();
        assertThat(match("/b?acl&type=2", "/b", "type=3&acl")).isEmpty();
        assertThat(match("/b?acl", "/b", "")).isEmpty();
    }

    /** Anything may stand in the place of a label, even what another operation has for a literal. */
    @Test
    void theMostSpecificTemplateComesFirst() {
        assertThat(Stream.of("/{a}/{b}", "/v2/{b+}", "/v2/{b}", "/v2/{b}/c", "/v2/x?y", "/v2/x", "/v2/x?y&z=1")
                        .sorted((left, right) -> UriTemplate.MOST_SPECIFIC_FIRST.compare(
                                UriTemplate.parse(left), UriTemplate.parse(right))))
                .containsExactly("/v2/x?y&z=1", "/v2/x?y", "/v2/x", "/v2/{b}/c", "/v2/{b}", "/v2/{b+}", "/{a}/{b}");
    }
}
