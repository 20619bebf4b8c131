package dev.entrepot.codegen;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.smithy.model.Model;
import software.amazon.smithy.model.transform.ModelTransformer;
import software.amazon.smithy.model.validation.Severity;
import software.amazon.smithy.model.validation.ValidationEvent;

/** Reads and validates a directory of Smithy files together with the trait definitions on the class path. */
final class ContractLoader {
    private ContractLoader() {}

    static Contract load(Path directory, Map<String, String> packages) {
        if (!Files.isDirectory(directory)) {
            throw new ContractInvalid("there is no directory of Smithy files at " + directory);
        }
        var loader = ContractLoader.class.getClassLoader();
        var result = Model.assembler(loader)
                .discoverModels(loader)
                .addImport(directory)
                .assemble();
        String findings = result.getValidationEvents().stream()
                .filter(event -> event.getSeverity().compareTo(Severity.DANGER) >= 0)
                .map(ContractLoader::finding)
                .collect(Collectors.joining("\n"));
        if (!findings.isEmpty()) {
            throw new ContractInvalid(findings);
        }
        var transformer = ModelTransformer.create();
        Model model = transformer.flattenAndRemoveMixins(result.unwrap());
        return new Contract(transformer.changeStringEnumsToEnumShapes(model, true), new JavaNames(packages));
    }

    private static String finding(ValidationEvent event) {
        var at = event.getSourceLocation();
        return at.getFilename() + ":" + at.getLine() + ":" + at.getColumn() + ": " + event.getSeverity() + " "
                + event.getMessage() + " (" + event.getId() + ")";
    }
}
