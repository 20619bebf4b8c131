package dev.entrepot.cleanroomsml.generation;

import dev.entrepot.cleanroomsml.contract.AudienceGenerationJobDataSource;
import dev.entrepot.cleanroomsml.contract.ValidationException;

/** What a seed must be like beside what the contract says (dossier, sections 1.4 and 2.4). */
final class GenerationRules {
    private GenerationRules() {}

    static void seed(AudienceGenerationJobDataSource seed) {
        if (seed.dataSource().isPresent() == seed.sqlParameters().isPresent()) {
            throw new ValidationException("Specify exactly one of dataSource and sqlParameters");
        }
        if (seed.sqlParameters().isEmpty() && seed.sqlComputeConfiguration().isPresent()) {
            throw new ValidationException("Specify sqlComputeConfiguration only with sqlParameters");
        }
        seed.sqlParameters().ifPresent(sql -> {
            if (sql.queryString().isPresent() == sql.analysisTemplateArn().isPresent()) {
                throw new ValidationException("Specify exactly one of queryString and analysisTemplateArn");
            }
            throw new ValidationException("SQL seeds are not enabled");
        });
    }
}
