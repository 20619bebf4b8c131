// Learns from the table web.clicks, finds those who are like a seed, and exports them to S3.
// Requests are JSON signed by aws4fetch; @aws-sdk/client-cleanroomsml does the same with a class for each operation.
// Usage: audience-generation.mjs seed.jsonl
import { readFile } from "node:fs/promises";
import { S3Client, CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from "@aws-sdk/client-s3";
import { loadSharedConfigFiles } from "@smithy/shared-ini-file-loader";
import { AwsClient } from "aws4fetch";

const BUCKET = "audiences-javascript";
const roleArn = "arn:aws:iam::000000000000:role/audiences"; // must look like a role; it is not assumed

const s3 = new S3Client();
const { configFile } = await loadSharedConfigFiles();
const signed = new AwsClient({
    ...(await s3.config.credentials()), region: await s3.config.region(), service: "cleanrooms-ml",
});

async function send(path, options) {
    const response = await signed.fetch(configFile.default.endpoint_url + path, options);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text ? JSON.parse(text) : {}; // a started export answers nothing
}
const create = (path, input) =>
    send(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(input) });

// What is made is asked for until it is ready.
async function active(look) {
    for (;;) {
        const found = await look();
        if (found.status === "ACTIVE") return found;
        if (found.status.endsWith("FAILED")) throw new Error(JSON.stringify(found.statusDetails));
        await new Promise((resolve) => setTimeout(resolve, 200));
    }
}

await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: "seed.jsonl", Body: await readFile(process.argv[2]) }));

const columns = { user_id: "USER_ID", item: "ITEM_ID", ts: "TIMESTAMP" };
const schema = Object.entries(columns).map(([columnName, kind]) => ({ columnName, columnTypes: [kind] }));
const dataSource = { glueDataSource: { databaseName: "web", tableName: "clicks" } };
const { trainingDatasetArn } = await create("/training-dataset", {
    name: "clicks-javascript", roleArn, trainingData: [{ type: "INTERACTIONS", inputConfig: { schema, dataSource } }],
});

const { audienceModelArn } = await create("/audience-model", { name: "tastes-javascript", trainingDatasetArn });
await active(() => send(`/audience-model/${encodeURIComponent(audienceModelArn)}`));

const { configuredAudienceModelArn } = await create("/configured-audience-model", {
    name: "sizes-javascript",
    audienceModelArn,
    outputConfig: { roleArn, destination: { s3Destination: { s3Uri: `s3://${BUCKET}/out/` } } },
    sharedAudienceMetrics: ["ALL"],
    minMatchingSeedSize: 25, // 500 unless told otherwise
    audienceSizeConfig: { audienceSizeType: "PERCENTAGE", audienceSizeBins: [5, 20] },
});

const { audienceGenerationJobArn } = await create("/audience-generation-job", {
    name: "like-seed-javascript",
    configuredAudienceModelArn,
    seedAudience: { roleArn, dataSource: { s3Uri: `s3://${BUCKET}/seed.jsonl` } },
});
await active(() => send(`/audience-generation-job/${encodeURIComponent(audienceGenerationJobArn)}`));

const audienceSize = { type: "PERCENTAGE", value: 5 };
await create("/audience-export-job", { name: "five-javascript", audienceGenerationJobArn, audienceSize });
const exports = `/audience-export-job?audienceGenerationJobArn=${encodeURIComponent(audienceGenerationJobArn)}`;
const { outputLocation } = await active(async () => (await send(exports)).audienceExportJobs[0]);

const Prefix = outputLocation.replace(`s3://${BUCKET}/`, "");
for (const { Key } of (await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix }))).Contents) {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }));
    const lines = (await Body.transformToString()).trim().split("\n");
    console.log(`${lines.length} people, the likest first: ${lines[0]}`);
}
