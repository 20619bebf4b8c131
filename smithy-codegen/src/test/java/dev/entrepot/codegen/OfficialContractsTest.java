package dev.entrepot.codegen;

import dev.entrepot.wire.conformance.Contracts;
import dev.entrepot.wire.conformance.OfficialSuite;
import dev.entrepot.wire.schema.Service;
import dev.entrepot.wire.schema.StructSchema;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.shapes.ServiceShape;
import software.amazon.smithy.model.shapes.ShapeId;

/**
 * Smithy's own test contracts hold every shape and trait there is. What compiles for them compiles for ours, and the cases that
 * come with them pass through generated records as they pass through schemas made at run time.
 */
class OfficialContractsTest extends OfficialSuite {
    private static final Path CONTRACTS = Path.of("target", "official-contracts");
    private static final Map<String, String> PACKAGES = Stream.of(
                    "aws.protocoltests.config",
                    "aws.protocoltests.json10",
                    "aws.protocoltests.misc",
                    "aws.protocoltests.query",
                    "aws.protocoltests.restjson",
                    "aws.protocoltests.restjson.nested",
                    "aws.protocoltests.restjson.validation",
                    "aws.protocoltests.shared",
                    "com.amazonaws.apigateway",
                    "com.amazonaws.glacier",
                    "com.amazonaws.machinelearning",
                    "aws.protocoltests.rpcv2cbor",
                    "smithy.framework",
                    "smithy.protocoltests.rpcv2Cbor",
                    "smithy.protocoltests.shared")
            .collect(Collectors.toMap(Function.identity(), namespace -> "example." + namespace.toLowerCase()));

    @TempDir
    static Path work;

    OfficialContractsTest() {
        super(Generated.CONTRACTS);
    }

    /** Generated, compiled and loaded once for all cases. */
    private record Generated(GeneratedCode code, Contract contract) implements Contracts {
        static final Contracts CONTRACTS = generate();

        private static Contracts generate() {
            try {
                String[] packages = PACKAGES.entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toArray(String[]::new);
                var code = GeneratedCode.of(OfficialContractsTest.CONTRACTS, work.resolve("generated"), packages);
                return new Generated(code, ContractLoader.load(OfficialContractsTest.CONTRACTS, PACKAGES));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Model model() {
            return contract.model();
        }

        @Override
        public Service service(ServiceShape shape) {
            return constant(shape.getId(), "SERVICE", Service.class);
        }

        @Override
        public StructSchema struct(ShapeId id) {
            return constant(id, "SCHEMA", StructSchema.class);
        }

        private <T> T constant(ShapeId shape, String name, Class<T> type) {
            try {
                String inExample = contract.names().qualified(shape).substring("example.".length());
                return type.cast(code.constant(inExample, name));
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
