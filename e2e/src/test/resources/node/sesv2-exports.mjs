// What a JavaScript program does with an export job; prints what it saw as one JSON object.
import {
    SESv2Client, CreateExportJobCommand, GetExportJobCommand, CancelExportJobCommand, BadRequestException, paginateListExportJobs,
} from "@aws-sdk/client-sesv2";

const ses = new SESv2Client({ endpoint: process.env.ENTREPOT_ENDPOINT, region: "us-east-1", maxAttempts: 1 });
const seen = {};
const day = 24 * 60 * 60 * 1000;
const today = new Date(Math.floor(Date.now() / day) * day);

const { JobId } = await ses.send(new CreateExportJobCommand({
    ExportDataSource: {
        MetricsDataSource: {
            Namespace: "VDM", StartDate: new Date(today - 3 * day), EndDate: today,
            Dimensions: { ISP: ["*"] }, Metrics: [{ Name: "SEND", Aggregation: "VOLUME" }],
        },
    },
    ExportDestination: { DataFormat: "CSV" },
}));
let job;
do {
    await new Promise((resolve) => setTimeout(resolve, 25));
    job = await ses.send(new GetExportJobCommand({ JobId }));
} while (job.JobStatus === "CREATED" || job.JobStatus === "PROCESSING");
seen.status = job.JobStatus;
seen.statistics = job.Statistics;
seen.start = job.ExportDataSource.MetricsDataSource.StartDate.getTime() === today - 3 * day;
seen.completed = job.CompletedTimestamp >= job.CreatedTimestamp;
seen.file = await (await fetch(job.ExportDestination.S3Url)).text();

try {
    await ses.send(new CancelExportJobCommand({ JobId }));
} catch (e) {
    seen.refusal = `${e.name} ${e instanceof BadRequestException}`;
}
seen.listed = 0;
for await (const page of paginateListExportJobs({ client: ses, pageSize: 1 }, { ExportSourceType: "METRICS_DATA" })) {
    seen.listed += page.ExportJobs.filter((each) => each.JobId === JobId).length;
}
console.log(JSON.stringify(seen));
