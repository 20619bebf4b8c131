// Loads a few cities into a SimpleDB domain, exports the domain to S3 and reads the export back.
// The SDK for JavaScript v3 has no client for SimpleDB, so its requests are signed by aws4fetch.
// Usage: simpledb-export.mjs cities.json
import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { S3Client, CreateBucketCommand, GetObjectCommand } from "@aws-sdk/client-s3";
import { loadSharedConfigFiles } from "@smithy/shared-ini-file-loader";
import { AwsClient } from "aws4fetch";

const DOMAIN = "cities-javascript";
const BUCKET = "exports-javascript";

const s3 = new S3Client();
const { configFile } = await loadSharedConfigFiles();
const endpoint = configFile.default.endpoint_url;
const signed = new AwsClient({ ...(await s3.config.credentials()), region: await s3.config.region(), service: "sdb" });

async function send(path, request) {
    const response = await signed.fetch(endpoint + path, { method: "POST", ...request });
    if (!response.ok) throw new Error(await response.text());
    return response;
}
const classic = (parameters) =>
    send("/", {
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({ Version: "2009-04-15", DomainName: DOMAIN, ...parameters }).toString(),
    });
const call = async (operation, input) =>
    (await send(`/v2/${operation}`, { body: JSON.stringify(input), headers: { "content-type": "application/json" } })).json();
const read = async (Key) => (await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key }))).Body.transformToString();

await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
await classic({ Action: "CreateDomain" });
for (const { Name, Attributes } of JSON.parse(await readFile(process.argv[2]))) {
    const numbered = Attributes.flatMap((each, i) => [
        [`Attribute.${i + 1}.Name`, each.Name], [`Attribute.${i + 1}.Value`, each.Value],
    ]);
    await classic({ Action: "PutAttributes", ItemName: Name, ...Object.fromEntries(numbered) });
}

const { exportArn } = await call("StartDomainExport", { domainName: DOMAIN, s3Bucket: BUCKET });
let job;
do {
    await new Promise((resolve) => setTimeout(resolve, 200));
    job = await call("GetExport", { exportArn });
} while (["PENDING", "IN_PROGRESS"].includes(job.exportStatus));
if (job.exportStatus === "FAILED") throw new Error(job.failureMessage);
console.log(`${job.itemsCount} items exported`);

const prefix = job.exportManifest.replace(/\/[^/]*$/, "");
for (const file of JSON.parse(await read(`${prefix}/manifest-file.json`))) {
    const data = await read(file.dataFileS3Key);
    if (createHash("md5").update(data).digest("base64") !== file.md5Checksum) throw new Error("damaged");
    for (const item of JSON.parse(data)) {
        console.log(item.itemName, ...item.attributes.map(({ name, values }) => `${name}=${values}`));
    }
}
