#!/bin/sh
# Loads a few cities into a SimpleDB domain, exports the domain to S3 and brings the export here.
# Usage: simpledb-export.sh cities.json
set -eu

domain=cities-shell
bucket=exports-shell

aws s3 mb "s3://$bucket" >/dev/null
aws sdb create-domain --domain-name "$domain"
aws sdb batch-put-attributes --domain-name "$domain" --items "file://$1" # 25 items at most

arn=$(aws simpledbv2 start-domain-export --domain-name "$domain" --s3-bucket "$bucket" --query exportArn --output text)
aws simpledbv2 wait export-succeeded --export-arn "$arn"
aws simpledbv2 get-export --export-arn "$arn" --query '[itemsCount, exportManifest]' --output text | {
    read -r count manifest
    echo "$count items exported"
    aws s3 cp --quiet --recursive "s3://$bucket/${manifest%/*}/" exported-cities
}
cat exported-cities/data/*.json
