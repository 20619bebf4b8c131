package dev.entrepot.simpledb.export;

import java.util.Optional;

/** What StartDomainExport was asked for, as the job keeps it. Absent differs from present: a replay compares all members. */
record ExportRequest(
        String clientToken,
        String domainName,
        String bucket,
        Optional<String> keyPrefix,
        Optional<String> sseAlgorithm,
        Optional<String> sseKmsKeyId,
        Optional<String> bucketOwner) {}
