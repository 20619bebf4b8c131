// Searches a mail archive, shows what was found, exports it to S3 and reads the first message back.
// Usage: mail-search-export.mjs ARCHIVE_ID WORD_OF_THE_SUBJECT
import { S3Client, CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import {
    MailManagerClient, StartArchiveSearchCommand, GetArchiveSearchCommand, GetArchiveSearchResultsCommand,
    StartArchiveExportCommand, GetArchiveExportCommand,
} from "@aws-sdk/client-mailmanager";

const BUCKET = "letters-javascript";

const mail = new MailManagerClient();
const s3 = new S3Client();

// Mail Manager has no waiters: the job is asked for until it has ended.
async function ended(look) {
    for (;;) {
        const { Status } = await mail.send(look);
        if (Status.State === "COMPLETED") return;
        if (["FAILED", "CANCELLED"].includes(Status.State)) throw new Error(Status.ErrorMessage ?? Status.State);
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
}

const [ArchiveId, word] = process.argv.slice(2);
const wanted = {
    ArchiveId,
    Filters: {
        Include: [{ StringExpression: { Evaluate: { Attribute: "SUBJECT" }, Operator: "CONTAINS", Values: [word] } }],
    },
    FromTimestamp: new Date("2026-01-01"),
    ToTimestamp: new Date("2026-12-31"),
    MaxResults: 1000,
};

const { SearchId } = await mail.send(new StartArchiveSearchCommand(wanted));
await ended(new GetArchiveSearchCommand({ SearchId }));
const { Rows } = await mail.send(new GetArchiveSearchResultsCommand({ SearchId }));
for (const row of Rows) console.log(row.ReceivedTimestamp.toISOString().slice(0, 10), row.From, "-", row.Subject);

await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
const { ExportId } = await mail.send(new StartArchiveExportCommand({
    ...wanted,
    IncludeMetadata: true,
    ExportDestinationConfiguration: { S3: { S3Location: `s3://${BUCKET}/found/` } },
}));
await ended(new GetArchiveExportCommand({ ExportId }));
const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: "found/" }));
const messages = Contents.map(({ Key }) => Key).filter((key) => key.endsWith(".eml"));
console.log(`${messages.length} messages exported`);
const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: messages[0] }));
process.stdout.write(await Body.transformToString());
