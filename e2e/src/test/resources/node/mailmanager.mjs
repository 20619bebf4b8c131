// What a JavaScript program does with an archive; prints what it saw as one JSON object.
import {
    MailManagerClient, ListArchivesCommand, StartArchiveSearchCommand, GetArchiveSearchCommand, GetArchiveSearchResultsCommand,
    StartArchiveExportCommand, GetArchiveExportCommand, ValidationException, paginateListArchiveExports,
} from "@aws-sdk/client-mailmanager";

const mail = new MailManagerClient({ endpoint: process.env.ENTREPOT_ENDPOINT, region: "us-east-1", maxAttempts: 1 });
const seen = {};
const range = { FromTimestamp: new Date("2002-11-01T00:00:00Z"), ToTimestamp: new Date("2002-12-01T00:00:00Z") };

async function ended(look) {
    let state;
    do {
        await new Promise((resolve) => setTimeout(resolve, 25));
        state = (await look()).Status.State;
    } while (["QUEUED", "RUNNING", "PREPROCESSING", "PROCESSING"].includes(state));
    return state;
}

const ArchiveId = (await mail.send(new ListArchivesCommand({}))).Archives[0].ArchiveId;
const { SearchId } = await mail.send(new StartArchiveSearchCommand({
    ArchiveId, ...range, MaxResults: 1000,
    Filters: {
        Include: [{ StringExpression: { Evaluate: { Attribute: "SUBJECT" }, Operator: "CONTAINS", Values: ["invoice"] } }],
        Unless: [{ StringExpression: { Evaluate: { Attribute: "FROM" }, Operator: "CONTAINS", Values: ["@example.org"] } }],
    },
}));
seen.search = await ended(() => mail.send(new GetArchiveSearchCommand({ SearchId })));
seen.rows = (await mail.send(new GetArchiveSearchResultsCommand({ SearchId }))).Rows
    .map((row) => [row.Subject, row.ReceivedTimestamp, row.HasAttachments]);

const { ExportId } = await mail.send(new StartArchiveExportCommand({
    ArchiveId, ...range, ExportDestinationConfiguration: { S3: { S3Location: "s3://mail-exports/js/" } },
}));
seen.export = await ended(() => mail.send(new GetArchiveExportCommand({ ExportId })));
seen.listed = 0;
for await (const page of paginateListArchiveExports({ client: mail, pageSize: 1 }, { ArchiveId })) {
    seen.listed += page.Exports.filter((each) => each.ExportId === ExportId).length;
}
try {
    await mail.send(new GetArchiveExportCommand({ ExportId: "unknown" }));
} catch (e) {
    seen.refusal = `${e.name} ${e.$metadata.httpStatusCode} ${e instanceof ValidationException}`;
}
console.log(JSON.stringify(seen));
