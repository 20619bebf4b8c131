package dev.entrepot.wire.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.http.BodyLimit;
import dev.entrepot.wire.schema.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One operation that takes megabytes must not open all others to megabytes, so the head decides where it can. */
class BodyLimitsTest {
    private static final BodyLimit USUAL = BodyLimit.kibibytes(64);
    private static final BodyLimit LARGE = BodyLimit.mebibytes(5);
    private static final BodyLimits LIMITS = BodyLimits.of(USUAL).with(TestContract.DO_MUCH, LARGE);

    private static BodyLimit limit(Spoken spoken, String operation) {
        return spoken.endpoint(TestContract.OPEN, LIMITS, (input, context) -> Unit.VALUE)
                .claim(spoken.request(operation, "n").withBody(new byte[0]))
                .orElseThrow()
                .bodyLimit();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "QUERY")
    void anOperationNamedInTheHeadHasItsOwnLimit(Spoken spoken) {
        assertThat(limit(spoken, "Do")).isEqualTo(USUAL);
        assertThat(limit(spoken, "DoMuch")).isEqualTo(LARGE);
    }

    /** The body's limit can only be known after the body has been read. */
    @Test
    void anOperationNamedInTheBodyHasTheLargestLimitOfAll() {
        assertThat(limit(Spoken.QUERY, "Do")).isEqualTo(LARGE);
    }

    @Test
    void aLimitAllowsItsLastByteAndNoMore() {
        assertThat(USUAL.allows(65_536)).isTrue();
        assertThat(USUAL.allows(65_537)).isFalse();
        assertThat(LARGE.bytes()).isEqualTo(5 * 1024 * 1024);
    }
}
