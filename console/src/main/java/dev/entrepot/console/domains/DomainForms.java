package dev.entrepot.console.domains;

import dev.entrepot.console.web.Answer;
import dev.entrepot.console.web.Fields;
import dev.entrepot.console.web.Route;
import dev.entrepot.console.web.Visit;
import dev.entrepot.simpledb.export.contract.S3SseAlgorithm;
import dev.entrepot.simpledb.export.contract.SimpleDBv2;
import dev.entrepot.simpledb.export.contract.StartDomainExportRequest;
import dev.entrepot.simpledb.load.contract.DomainImports;
import dev.entrepot.simpledb.load.contract.SourceFormat;
import dev.entrepot.simpledb.load.contract.StartDomainImportRequest;
import dev.entrepot.wire.service.LocalCalls;

/** Starts exports and imports. */
final class DomainForms {
    private final LocalCalls calls;

    DomainForms(LocalCalls calls) {
        this.calls = calls;
    }

    Answer export(Visit visit) {
        Fields form = visit.form();
        var request = StartDomainExportRequest.builder()
                .domainName(visit.step("name"))
                .s3Bucket(form.get("bucket"))
                .s3KeyPrefix(form.find("prefix"))
                .s3SseAlgorithm(form.choice("encryption", S3SseAlgorithm::of))
                .s3SseKmsKeyId(form.find("key"))
                .build();
        String arn = calls.call(SimpleDBv2.START_DOMAIN_EXPORT, request, visit.context())
                .exportArn();
        return new Answer.SeeOther(Route.at("jobs", arn.substring(arn.lastIndexOf('/') + 1)));
    }

    Answer load(Visit visit) {
        Fields form = visit.form();
        var request = StartDomainImportRequest.builder()
                .domainName(visit.step("name"))
                .s3Bucket(form.get("bucket"))
                .s3Key(form.get("key"))
                .format(form.choice("format", SourceFormat::of).orElse(SourceFormat.EXPORT))
                .itemNameColumn(form.find("column"))
                .merge(form.has("merge"))
                .build();
        String job = calls.call(DomainImports.START_DOMAIN_IMPORT, request, visit.context())
                .jobId();
        return new Answer.SeeOther(Route.at("jobs", job));
    }
}
