package dev.entrepot.wire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People think of the wrong inputs they know; a fuzzer that watches the branches taken finds those nobody thought of. */
class FuzzTest {
    /** Of each target in a long run. */
    private static final int SECONDS = Integer.getInteger("entrepot.fuzz.seconds", 120);

    @TestFactory
    Stream<DynamicNode> everyKeptInputIsHandledAsItMustBe() {
        return Stream.of(Target.values())
                .map(target -> dynamicContainer(
                        target.folder(),
                        Input.of(target.folder()).stream()
                                .map(input -> dynamicTest(
                                        input.name(),
                                        () -> assertThat(target.check(input.bytes()))
                                                .isEqualTo(input.isValid())))));
    }

    /** The same inputs each time: they follow from the seed and the code. */
    @ParameterizedTest
    @EnumSource
    void aShortRunFindsNothing(Target target, @TempDir(cleanup = CleanupMode.ON_SUCCESS) Path work) throws Exception {
        new Fuzzer(target, work).run("-seed=1", "-runs=20000");
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void aLongRunFindsNothing(Target target) throws Exception {
        new Fuzzer(target, Path.of("target", "fuzz").toAbsolutePath()).run("-max_total_time=" + SECONDS);
    }
}
