"""Searches a mail archive, shows what was found, exports it to S3 and reads the first message back.

Usage: mail_search_export.py ARCHIVE_ID WORD_OF_THE_SUBJECT
"""

import datetime
import sys
import time

import boto3

BUCKET = "letters-python"

mail = boto3.client("mailmanager")
s3 = boto3.client("s3")


def ended(look, **job):
    """Mail Manager has no waiters: the job is asked for until it has ended."""
    while (status := look(**job)["Status"])["State"] not in ("COMPLETED", "FAILED", "CANCELLED"):
        time.sleep(0.2)
    if status["State"] != "COMPLETED":
        raise SystemExit(f"The job ended as {status['State']}: {status.get('ErrorMessage')}")


archive, word = sys.argv[1:]
subject = {"Evaluate": {"Attribute": "SUBJECT"}, "Operator": "CONTAINS", "Values": [word]}
wanted = {
    "ArchiveId": archive,
    "Filters": {"Include": [{"StringExpression": subject}]},
    "FromTimestamp": datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc),
    "ToTimestamp": datetime.datetime(2026, 12, 31, tzinfo=datetime.timezone.utc),
    "MaxResults": 1000,
}

search = mail.start_archive_search(**wanted)["SearchId"]
ended(mail.get_archive_search, SearchId=search)
for row in mail.get_archive_search_results(SearchId=search)["Rows"]:
    print(f"{row['ReceivedTimestamp']:%Y-%m-%d}", row["From"], "-", row["Subject"])

s3.create_bucket(Bucket=BUCKET)
export = mail.start_archive_export(
    **wanted,
    IncludeMetadata=True,
    ExportDestinationConfiguration={"S3": {"S3Location": f"s3://{BUCKET}/found/"}},
)["ExportId"]
ended(mail.get_archive_export, ExportId=export)
keys = [each["Key"] for each in s3.list_objects_v2(Bucket=BUCKET, Prefix="found/")["Contents"]]
messages = [key for key in keys if key.endswith(".eml")]
print(f"{len(messages)} messages exported")
print(s3.get_object(Bucket=BUCKET, Key=messages[0])["Body"].read().decode())
