// Imports contacts into an SES contact list, shows what was refused, and exports what became of mail.
// Usage: ses-import-export.mjs contacts.csv
import { readFile } from "node:fs/promises";
import { S3Client, CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import {
    SESv2Client, GetContactListCommand, NotFoundException, CreateContactListCommand, CreateImportJobCommand,
    GetImportJobCommand, CreateExportJobCommand, GetExportJobCommand,
} from "@aws-sdk/client-sesv2";

const LIST = "news";
const BUCKET = "contacts-javascript";

const ses = new SESv2Client();
const s3 = new S3Client();

// SES has no waiters: the job is asked for until it has ended.
async function ended(look) {
    for (;;) {
        const job = await ses.send(look);
        if (job.JobStatus === "COMPLETED") return job;
        if (!["CREATED", "PROCESSING"].includes(job.JobStatus)) throw new Error(job.FailureInfo?.ErrorMessage ?? job.JobStatus);
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
}
const download = async (url) => process.stdout.write(await (await fetch(url)).text());

try {
    await ses.send(new GetContactListCommand({ ContactListName: LIST }));
} catch (e) {
    if (!(e instanceof NotFoundException)) throw e;
    const Topics = ["Sports", "Cycling"].map((name) => (
        { TopicName: name, DisplayName: name, DefaultSubscriptionStatus: "OPT_IN" }));
    await ses.send(new CreateContactListCommand({ ContactListName: LIST, Topics }));
}

await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "contacts.csv", Body: await readFile(process.argv[2]) }));
const started = await ses.send(new CreateImportJobCommand({
    ImportDestination: { ContactListDestination: { ContactListName: LIST, ContactListImportAction: "PUT" } },
    ImportDataSource: { S3Url: `s3://${BUCKET}/contacts.csv`, DataFormat: "CSV" },
}));
const imported = await ended(new GetImportJobCommand({ JobId: started.JobId }));
console.log(`${imported.ProcessedRecordsCount} records processed, ${imported.FailedRecordsCount} failed`);
if (imported.FailureInfo) await download(imported.FailureInfo.FailedRecordsS3Url);

const { JobId } = await ses.send(new CreateExportJobCommand({
    ExportDataSource: {
        MessageInsightsDataSource: { StartDate: new Date("2026-03-02T00:00:00Z"), EndDate: new Date("2026-03-03T00:00:00Z") },
    },
    ExportDestination: { DataFormat: "CSV" },
}));
const exported = await ended(new GetExportJobCommand({ JobId }));
console.log(`${exported.Statistics.ExportedRecordsCount} messages exported`);
await download(exported.ExportDestination.S3Url);
