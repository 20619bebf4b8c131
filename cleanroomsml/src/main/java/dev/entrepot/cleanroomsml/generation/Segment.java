package dev.entrepot.cleanroomsml.generation;

import dev.entrepot.cleanroomsml.configured.Configuration;
import dev.entrepot.cleanroomsml.contract.AudienceSize;
import dev.entrepot.cleanroomsml.contract.AudienceSizeType;
import dev.entrepot.cleanroomsml.contract.SharedAudienceMetrics;
import dev.entrepot.cleanroomsml.lookalike.Size;
import dev.entrepot.cleanroomsml.resource.Resource;
import dev.entrepot.cleanroomsml.resource.ResourceArn;
import java.util.List;

/**
 * What a job began with, whatever becomes of the configured model afterwards (dossier, section 1.8). Kept as JSON.
 *
 * @param starter the account that brought the seed
 * @param configuredModel the ARN of what it was started on
 * @param model the ARN of the model, whose account gets the audiences
 * @param destination {@code s3://bucket/prefix}
 * @param bins in ascending order
 * @param sharesMetrics whether the starter sees the metrics
 * @param seedsIncluded whether the seed users come first in every audience
 */
public record Segment(
        String starter,
        String configuredModel,
        String model,
        String destination,
        AudienceSizeType sizeType,
        List<Integer> bins,
        int minMatchingSeedSize,
        boolean sharesMetrics,
        boolean seedsIncluded) {
    public Segment {
        bins = List.copyOf(bins);
    }

    static Segment of(String starter, Resource configured, boolean seedsIncluded) {
        Configuration now = Configuration.of(configured);
        return new Segment(
                starter,
                configured.arn().toString(),
                now.audienceModelArn(),
                now.outputConfig().destination().s3Destination().s3Uri(),
                now.audienceSizeConfig().audienceSizeType(),
                now.audienceSizeConfig().audienceSizeBins().stream().sorted().toList(),
                now.minMatchingSeedSize(),
                now.sharedAudienceMetrics() == SharedAudienceMetrics.ALL,
                seedsIncluded);
    }

    /** What the row of a generation job says. */
    public static Segment of(Resource generationJob) {
        return SegmentJson.read(generationJob.document());
    }

    ResourceArn modelArn() {
        return ResourceArn.parse(model).orElseThrow();
    }

    /** The account that the model is of. */
    public String provider() {
        return modelArn().owner().account();
    }

    List<AudienceSize> sizes() {
        return bins.stream().map(bin -> new AudienceSize(sizeType, bin)).toList();
    }

    public boolean offers(AudienceSize size) {
        return sizes().contains(size);
    }

    /** A size as rankings have it. */
    public static Size size(AudienceSize size) {
        return new Size(
                size.type() == AudienceSizeType.PERCENTAGE ? Size.Type.PERCENTAGE : Size.Type.ABSOLUTE, size.value());
    }
}
