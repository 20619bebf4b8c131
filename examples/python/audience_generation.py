"""Learns from the table web.clicks, finds those who are like a seed, and exports them to S3.

Usage: audience_generation.py seed.jsonl
"""

import sys
import time

import boto3

BUCKET = "audiences-python"
ROLE = "arn:aws:iam::000000000000:role/audiences"  # must look like a role; it is not assumed

ml = boto3.client("cleanroomsml")
s3 = boto3.client("s3")


def active(look, **resource):
    """What is made is asked for until it is ready."""
    while (found := look(**resource))["status"].endswith(("PENDING", "IN_PROGRESS")):
        time.sleep(0.2)
    if found["status"] != "ACTIVE":
        raise SystemExit(f"{found['name']} is {found['status']}: {found.get('statusDetails')}")
    return found


s3.create_bucket(Bucket=BUCKET)
s3.upload_file(sys.argv[1], BUCKET, "seed.jsonl")

columns = {"user_id": "USER_ID", "item": "ITEM_ID", "ts": "TIMESTAMP"}
schema = [{"columnName": name, "columnTypes": [kind]} for name, kind in columns.items()]
source = {"glueDataSource": {"databaseName": "web", "tableName": "clicks"}}
dataset = ml.create_training_dataset(
    name="clicks-python",
    roleArn=ROLE,
    trainingData=[{"type": "INTERACTIONS", "inputConfig": {"schema": schema, "dataSource": source}}],
)["trainingDatasetArn"]

model = ml.create_audience_model(name="tastes-python", trainingDatasetArn=dataset)["audienceModelArn"]
active(ml.get_audience_model, audienceModelArn=model)

configured = ml.create_configured_audience_model(
    name="sizes-python",
    audienceModelArn=model,
    outputConfig={"roleArn": ROLE, "destination": {"s3Destination": {"s3Uri": f"s3://{BUCKET}/out/"}}},
    sharedAudienceMetrics=["ALL"],
    minMatchingSeedSize=25,  # 500 unless told otherwise
    audienceSizeConfig={"audienceSizeType": "PERCENTAGE", "audienceSizeBins": [5, 20]},
)["configuredAudienceModelArn"]

job = ml.start_audience_generation_job(
    name="like-seed-python",
    configuredAudienceModelArn=configured,
    seedAudience={"roleArn": ROLE, "dataSource": {"s3Uri": f"s3://{BUCKET}/seed.jsonl"}},
)["audienceGenerationJobArn"]
active(ml.get_audience_generation_job, audienceGenerationJobArn=job)

size = {"type": "PERCENTAGE", "value": 5}
ml.start_audience_export_job(name="five-python", audienceGenerationJobArn=job, audienceSize=size)
while (export := ml.list_audience_export_jobs(audienceGenerationJobArn=job)["audienceExportJobs"][0])["status"] != "ACTIVE":
    if export["status"] == "CREATE_FAILED":
        raise SystemExit(export["statusDetails"])
    time.sleep(0.2)
prefix = export["outputLocation"].removeprefix(f"s3://{BUCKET}/")
for found in s3.list_objects_v2(Bucket=BUCKET, Prefix=prefix)["Contents"]:
    lines = s3.get_object(Bucket=BUCKET, Key=found["Key"])["Body"].read().decode().splitlines()
    print(f"{len(lines)} people, the likest first: {lines[0]}")
