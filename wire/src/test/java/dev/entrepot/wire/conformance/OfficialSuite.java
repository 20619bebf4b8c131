package dev.entrepot.wire.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.entrepot.wire.conformance.SuiteCase.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case of the official suite, as tests of one set of contracts. */
public abstract class OfficialSuite {
    private static final Exclusions EXCLUDED = Exclusions.load();

    private final List<SuiteCase> cases;

    protected OfficialSuite(Contracts contracts) {
        this.cases = Suite.cases(contracts);
    }

    @TestFactory
    Stream<DynamicNode> suite() {
        return Stream.of(SuiteProtocol.values())
                .map(protocol -> dynamicContainer(
                        protocol.toString(), Stream.of(Kind.values()).map(kind -> kindOf(protocol, kind))));
    }

    private DynamicNode kindOf(SuiteProtocol protocol, Kind kind) {
        return dynamicContainer(
                kind.toString(),
                cases.stream()
                        .filter(test -> test.protocol() == protocol && test.kind() == kind)
                        .map(OfficialSuite::test));
    }

    private static DynamicTest test(SuiteCase test) {
        return EXCLUDED.has(test)
                ? dynamicTest(
                        "excluded: " + test.id(),
                        () -> assertThatThrownBy(test.run()::execute)
                                .as("an excluded case that passes need not be excluded")
                                .isInstanceOf(Throwable.class))
                : dynamicTest(
                        test.id(), () -> assertThatNoException().as(test.name()).isThrownBy(test.run()::execute));
    }

    /** A case that silently falls out of the harness would look like success. */
    @Test
    void everyCaseOfTheSuiteIsRun() {
        Map<String, Long> counts = cases.stream()
                .collect(Collectors.groupingBy(test -> test.protocol() + " " + test.kind(), Collectors.counting()));
        assertThat(counts)
                .isEqualTo(Map.ofEntries(
                        Map.entry("REST_JSON_1 REQUEST", 137L),
                        Map.entry("REST_JSON_1 RESPONSE", 89L),
                        Map.entry("REST_JSON_1 ERROR", 3L),
                        Map.entry("REST_JSON_1 MALFORMED", 655L),
                        Map.entry("AWS_JSON_1_0 REQUEST", 26L),
                        Map.entry("AWS_JSON_1_0 RESPONSE", 18L),
                        Map.entry("AWS_JSON_1_0 ERROR", 5L),
                        Map.entry("AWS_QUERY REQUEST", 35L),
                        Map.entry("AWS_QUERY RESPONSE", 28L),
                        Map.entry("AWS_QUERY ERROR", 3L),
                        Map.entry("RPC_V2_CBOR REQUEST", 37L),
                        Map.entry("RPC_V2_CBOR RESPONSE", 22L),
                        Map.entry("RPC_V2_CBOR ERROR", 5L)));
    }

    /** An exclusion of a case that is gone would hide the next one of that name. */
    @Test
    void everyExclusionNamesACase() {
        assertThat(EXCLUDED.all())
                .isSubsetOf(cases.stream().map(SuiteCase::name).toList());
    }
}
