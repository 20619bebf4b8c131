package dev.entrepot.codegen;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The build's entrance: {@code Generate <IDL directory> <output directory> <namespace>=<Java package>...}. */
public final class Generate {
    private Generate() {}

    /** @throws ContractInvalid when Smithy finds an error, or something that this generator cannot express */
    public static void main(String... arguments) {
        if (arguments.length < 3) {
            throw new IllegalArgumentException(
                    "expected <IDL directory> <output directory> <namespace>=<Java package>..., got "
                            + List.of(arguments));
        }
        Map<String, String> packages = new TreeMap<>();
        for (String pair : Arrays.asList(arguments).subList(2, arguments.length)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("expected <namespace>=<Java package>, got " + pair);
            }
            packages.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        generate(Path.of(arguments[0]), Path.of(arguments[1]), packages);
    }

    private static void generate(Path contract, Path output, Map<String, String> packages) {
        var tree = new OutputTree(output);
        String fingerprint = Fingerprint.of(contract, packages);
        if (tree.isFrom(fingerprint)) {
            return;
        }
        new Emitters(ContractLoader.load(contract, packages)).emitAll(tree::write);
        tree.finish(fingerprint);
    }
}
