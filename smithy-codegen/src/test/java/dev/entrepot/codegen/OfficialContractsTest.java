package dev.entrepot.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entrepot.wire.schema.Service;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Smithy's own test contracts hold every shape and trait there is; what compiles for them compiles for ours. */
class OfficialContractsTest {
    private static final String[] NAMESPACES = {
        "aws.protocoltests.config",
        "aws.protocoltests.json10",
        "aws.protocoltests.query",
        "aws.protocoltests.restjson",
        "aws.protocoltests.restjson.nested",
        "aws.protocoltests.restjson.validation",
        "aws.protocoltests.shared",
        "smithy.framework",
        "smithy.protocoltests.rpcv2Cbor",
        "smithy.protocoltests.shared"
    };

    @TempDir
    Path work;

    @Test
    void everyOfficialContractBecomesCompilingCode() throws Exception {
        var code = GeneratedCode.of(
                Path.of("target", "official-contracts"),
                work.resolve("generated"),
                Stream.of(NAMESPACES)
                        .map(namespace -> namespace + "=example." + namespace.toLowerCase())
                        .toArray(String[]::new));
        var service = (Service) code.constant("aws.protocoltests.restjson.RestJson", "SERVICE");
        assertThat(service.operations()).hasSizeGreaterThan(100);
    }
}
