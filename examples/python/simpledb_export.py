"""Loads a few cities into a SimpleDB domain, exports the domain to S3 and reads the export back.

Usage: simpledb_export.py cities.json
"""

import base64
import hashlib
import json
import sys

import boto3

DOMAIN, BUCKET = "cities-python", "exports-python"

sdb = boto3.client("sdb")
exports = boto3.client("simpledbv2")
s3 = boto3.client("s3")


def read(key):
    return s3.get_object(Bucket=BUCKET, Key=key)["Body"].read()


s3.create_bucket(Bucket=BUCKET)
sdb.create_domain(DomainName=DOMAIN)
with open(sys.argv[1]) as file:
    cities = json.load(file)
for start in range(0, len(cities), 25):  # a batch holds 25 items at most
    sdb.batch_put_attributes(DomainName=DOMAIN, Items=cities[start : start + 25])

arn = exports.start_domain_export(domainName=DOMAIN, s3Bucket=BUCKET)["exportArn"]
exports.get_waiter("export_succeeded").wait(exportArn=arn, WaiterConfig={"Delay": 1, "MaxAttempts": 600})
export = exports.get_export(exportArn=arn)
print(f"{export['itemsCount']} items exported")

prefix = export["exportManifest"].rpartition("/")[0]
for file in json.loads(read(f"{prefix}/manifest-file.json")):
    data = read(file["dataFileS3Key"])
    assert base64.b64encode(hashlib.md5(data).digest()).decode() == file["md5Checksum"]
    for item in json.loads(data):
        print(item["itemName"], *(f"{each['name']}={','.join(each['values'])}" for each in item["attributes"]))
