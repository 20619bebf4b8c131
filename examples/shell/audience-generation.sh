#!/bin/sh
# Learns from the table web.clicks, finds those who are like a seed, and exports them to S3.
# Usage: audience-generation.sh seed.jsonl
set -eu

bucket=audiences-shell
role=arn:aws:iam::000000000000:role/audiences # must look like a role; it is not assumed

# Waits until what the command asks for is ready.
active() {
    while status=$("$@" --output text); do
        case $status in
            ACTIVE) return ;;
            *FAILED) "$@" >&2; exit 1 ;;
        esac
        sleep 1
    done
}

aws s3 mb "s3://$bucket" >/dev/null
aws s3 cp --quiet "$1" "s3://$bucket/seed.jsonl"

dataset=$(aws cleanroomsml create-training-dataset --name clicks-shell --role-arn "$role" --training-data '[{
    "type": "INTERACTIONS",
    "inputConfig": {
        "schema": [
            {"columnName": "user_id", "columnTypes": ["USER_ID"]},
            {"columnName": "item", "columnTypes": ["ITEM_ID"]},
            {"columnName": "ts", "columnTypes": ["TIMESTAMP"]}],
        "dataSource": {"glueDataSource": {"databaseName": "web", "tableName": "clicks"}}}}]' \
    --query trainingDatasetArn --output text)

model=$(aws cleanroomsml create-audience-model --name tastes-shell --training-dataset-arn "$dataset" \
    --query audienceModelArn --output text)
active aws cleanroomsml get-audience-model --audience-model-arn "$model" --query status

configured=$(aws cleanroomsml create-configured-audience-model --name sizes-shell --audience-model-arn "$model" \
    --output-config "roleArn=$role,destination={s3Destination={s3Uri=s3://$bucket/out/}}" --shared-audience-metrics ALL \
    --min-matching-seed-size 25 --audience-size-config audienceSizeType=PERCENTAGE,audienceSizeBins=5,20 \
    --query configuredAudienceModelArn --output text)

job=$(aws cleanroomsml start-audience-generation-job --name like-seed-shell --configured-audience-model-arn "$configured" \
    --seed-audience "roleArn=$role,dataSource={s3Uri=s3://$bucket/seed.jsonl}" --query audienceGenerationJobArn --output text)
active aws cleanroomsml get-audience-generation-job --audience-generation-job-arn "$job" --query status

aws cleanroomsml start-audience-export-job --name five-shell --audience-generation-job-arn "$job" \
    --audience-size type=PERCENTAGE,value=5
active aws cleanroomsml list-audience-export-jobs --audience-generation-job-arn "$job" --query 'audienceExportJobs[0].status'
aws s3 cp --quiet --recursive "s3://$bucket/out/" audience
find audience -name '*.jsonl' -exec cat {} + | wc -l
