package dev.entrepot.codegen;

import static dev.entrepot.codegen.GeneratedCode.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.THROWABLE;

import dev.entrepot.wire.schema.ApiException;
import dev.entrepot.wire.schema.ErrorTrait;
import dev.entrepot.wire.schema.StructBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Handlers throw errors and protocols spell them, so text, members, status and code must all be found on one object. */
class GeneratedErrorsTest {
    @TempDir
    Path work;

    private GeneratedCode code;

    @BeforeEach
    void contract() throws Exception {
        code = GeneratedCode.of(work, """
                @error("client")
                @httpError(404)
                structure NotFound {
                    reasons: Reasons
                    @required
                    Message: String
                    @required
                    what: Integer
                }
                list Reasons { member: String }
                @error("server")
                structure Broken { message: String }
                @error("client")
                @aws.protocols#awsQueryError(code: "Sender.Bad", httpResponseCode: 409)
                structure Bad { BoxUsage: Float }
                """);
    }

    @Test
    void theMessageMemberIsTheTextOfTheException() throws Exception {
        var error = (ApiException)
                code.type("NotFound").getConstructor(String.class, int.class).newInstance("no such book", 7);
        assertThat(error).hasMessage("no such book");
        assertThat(error.get(0)).isNull();
        assertThat(error.get(1)).isEqualTo("no such book");
        assertThat(error.get(2)).isEqualTo(7);
    }

    @Test
    void errorsAreDecodedLikeStructures() throws Exception {
        StructBuilder builder = code.decoded("NotFound", Map.of("Message", "m", "what", 1));
        builder.set(0, List.of("r"));
        Object error = builder.build();
        assertThat(error).asInstanceOf(THROWABLE).hasMessage("m");
        assertThat(call(error, "reasons")).isEqualTo(Optional.of(List.of("r")));
        assertThat(code.decoded("Broken", Map.of()).build().get(0)).isNull();
    }

    @Test
    void statusAndCodeComeFromTheTraits() throws Exception {
        assertThat(code.schema("NotFound").error()).contains(ErrorTrait.of(true, 404, "NotFound"));
        assertThat(code.schema("Broken").error()).contains(ErrorTrait.of(false, 500, "Broken"));
        assertThat(code.schema("Bad").error()).contains(new ErrorTrait(true, 400, "Sender.Bad", 409));
    }

    @Test
    void anErrorWithoutMessageMemberStillCarriesAText() throws Exception {
        var error = (ApiException) code.type("Bad").getConstructor(String.class).newInstance("bad");
        assertThat(error).hasMessage("bad");
        assertThat(error.get(0)).isNull();
    }
}
