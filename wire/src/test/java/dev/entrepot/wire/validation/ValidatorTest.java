package dev.entrepot.wire.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.schema.DynamicStruct;
import dev.entrepot.wire.schema.ListSchema;
import dev.entrepot.wire.schema.MapSchema;
import dev.entrepot.wire.schema.Member;
import dev.entrepot.wire.schema.SimpleSchema;
import dev.entrepot.wire.schema.StructBuilder;
import dev.entrepot.wire.schema.StructSchema;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The suite proves the wording of Smithy's dialect; live services speak another, and patterns come from outside. */
class ValidatorTest {
    private static final StructSchema TAG = DynamicStruct.structure(
            "Tag", Member.of("Key", SimpleSchema.STRING).required().length(1, 3));
    private static final StructSchema INPUT = DynamicStruct.structure(
            "Input",
            Member.of("Message", SimpleSchema.STRING).required(),
            Member.of("Tags", ListSchema.of("test#Tags", Member.of("member", TAG))),
            Member.of(
                    "Map",
                    MapSchema.of(
                            "test#Map",
                            Member.of("key", SimpleSchema.STRING).pattern("^[a-z]+$"),
                            Member.of("value", SimpleSchema.INTEGER).range(java.math.BigDecimal.ONE, null))),
            Member.of("Secret", SimpleSchema.STRING).length(0, 3).sensitive(),
            Member.of("Evil", SimpleSchema.STRING).pattern("^(([a-z])+.)+[A-Z]([a-z])+$"),
            Member.of("Deep", SimpleSchema.STRING).pattern("^(([0-9]|.|:|/)*)$"));

    private static final StructSchema SHORT = DynamicStruct.structure(
            "Short", Member.of("Evil", SimpleSchema.STRING).length(1, 43).pattern("^([a-z]+)+$"));

    private static StructBuilder input() {
        StructBuilder input = INPUT.newBuilder();
        input.set(0, "m");
        return input;
    }

    private static StructBuilder tag(String key) {
        StructBuilder tag = TAG.newBuilder();
        tag.set(0, key);
        return tag;
    }

    @Test
    void allViolationsAreToldAtOnceInTheWordsOfLiveServices() {
        StructBuilder input = INPUT.newBuilder();
        input.set(1, List.of(tag("ok"), tag("long"), TAG.newBuilder()));
        input.set(2, Map.of("K", 0));
        input.set(3, "hidden");

        assertThat(CoralMessages.of(Validator.check(input)))
                .isEqualTo("6 validation errors detected: "
                        + "Value null at 'message' failed to satisfy constraint: Member must not be null; "
                        + "Value 'long' at 'tags.2.member.key' failed to satisfy constraint: "
                        + "Member must have length between 1 and 3, inclusive; "
                        + "Value null at 'tags.3.member.key' failed to satisfy constraint: Member must not be null; "
                        + "Value 'K' at 'map.K.key' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: ^[a-z]+$; "
                        + "Value '0' at 'map.K.member' failed to satisfy constraint: "
                        + "Member must have value greater than or equal to 1; "
                        + "Value at 'secret' failed to satisfy constraint: "
                        + "Member must have length less than or equal to 3");
    }

    @Test
    void validInputHasNoViolations() {
        StructBuilder input = input();
        input.set(1, List.of(tag("a"), tag("b")));
        input.set(2, Map.of("k", 1));
        assertThat(Validator.check(input)).isEmpty();
    }

    /** An answer of the size of the request, or larger, would make a weapon of the server. */
    @Test
    void answersStaySmallHoweverWrongTheInput() {
        StructBuilder input = input();
        input.set(1, Collections.nCopies(100_000, tag("x".repeat(10_000))));

        List<Violation> violations = Validator.check(input);

        assertThat(violations).hasSize(100);
        assertThat(CoralMessages.of(violations)).hasSizeLessThan(150_000).contains("xxx...'");
    }

    /** Some patterns take time exponential in the text, and AWS's contracts have patterns that recurse for each character. */
    @Test
    void noPatternRunsAway() {
        StructBuilder evil = input();
        evil.set(4, "a".repeat(5_000));
        assertThat(Validator.check(evil)).hasSize(1);

        StructBuilder deep = input();
        deep.set(5, "1".repeat(1_000_000));
        assertThat(Validator.check(deep)).hasSizeLessThanOrEqualTo(1);
        deep.set(5, "10.0.0.1/8");
        assertThat(Validator.check(deep)).isEmpty();
    }

    /** What a pattern costs depends on the length of the text, so a text that is too long is not tried at all. */
    @Test
    void theLengthIsCheckedBeforeThePattern() {
        StructBuilder input = SHORT.newBuilder();
        input.set(0, "a".repeat(1_000_000));
        assertThat(Validator.check(input))
                .singleElement()
                .satisfies(violation -> assertThat(violation.broken()).isInstanceOf(Violation.Broken.Length.class));
        input.set(0, "a!");
        assertThat(Validator.check(input))
                .singleElement()
                .satisfies(violation -> assertThat(violation.broken()).isInstanceOf(Violation.Broken.Regex.class));
    }

    /** Java's own {@code $} would let "domain" with a line break behind it pass for a name. */
    @Test
    void aPatternsEndIsTheEnd() {
        StructBuilder input = input();
        input.set(2, Map.of("k\n", 1));
        assertThat(Validator.check(input)).hasSize(1);
    }
}
