package dev.entrepot.server.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What Clean Rooms ML has of audiences, and where: a path, the member of a listing that has them, and the member with their ARN. */
public enum AudienceResource {
    TRAINING_DATASET("training-dataset", "trainingDatasets", "trainingDatasetArn"),
    AUDIENCE_MODEL("audience-model", "audienceModels", "audienceModelArn"),
    CONFIGURED_AUDIENCE_MODEL("configured-audience-model", "configuredAudienceModels", "configuredAudienceModelArn"),
    AUDIENCE_GENERATION_JOB("audience-generation-job", "audienceGenerationJobs", "audienceGenerationJobArn"),
    /** It has no ARN of its own; the member is that of the job it belongs to. */
    AUDIENCE_EXPORT_JOB("audience-export-job", "audienceExportJobs", "audienceGenerationJobArn");

    private final String word;
    private final String list;
    private final String arn;

    AudienceResource(String word, String list, String arn) {
        this.word = word;
        this.list = list;
        this.arn = arn;
    }

    /** As a person calls it: {@code audience model}. */
    public String words() {
        return word.replace('-', ' ');
    }

    public String arnMember() {
        return arn;
    }

    String path() {
        return "/" + word;
    }

    String path(String itsArn) {
        return path() + "/" + encoded(itsArn);
    }

    String list() {
        return list;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
