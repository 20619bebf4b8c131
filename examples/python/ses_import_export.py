"""Imports contacts into an SES contact list, shows what was refused, and exports what became of mail.

Usage: ses_import_export.py contacts.csv
"""

import datetime
import sys
import time
import urllib.request

import boto3

LIST, BUCKET = "news", "contacts-python"

ses = boto3.client("sesv2")
s3 = boto3.client("s3")


def ended(look, job_id):
    """SES has no waiters: the job is asked for until it has ended."""
    while (job := look(JobId=job_id))["JobStatus"] in ("CREATED", "PROCESSING"):
        time.sleep(0.2)
    if job["JobStatus"] != "COMPLETED":
        raise SystemExit(f"The job ended as {job['JobStatus']}: {job['FailureInfo'].get('ErrorMessage')}")
    return job


def download(url):
    with urllib.request.urlopen(url) as answer:
        return answer.read().decode()


try:
    ses.get_contact_list(ContactListName=LIST)
except ses.exceptions.NotFoundException:
    topics = [
        {"TopicName": name, "DisplayName": name, "DefaultSubscriptionStatus": "OPT_IN"} for name in ("Sports", "Cycling")
    ]
    ses.create_contact_list(ContactListName=LIST, Topics=topics)

s3.create_bucket(Bucket=BUCKET)
s3.upload_file(sys.argv[1], BUCKET, "contacts.csv")
job_id = ses.create_import_job(
    ImportDestination={"ContactListDestination": {"ContactListName": LIST, "ContactListImportAction": "PUT"}},
    ImportDataSource={"S3Url": f"s3://{BUCKET}/contacts.csv", "DataFormat": "CSV"},
)["JobId"]
job = ended(ses.get_import_job, job_id)
print(f"{job['ProcessedRecordsCount']} records processed, {job['FailedRecordsCount']} failed")
if "FailureInfo" in job:
    print(download(job["FailureInfo"]["FailedRecordsS3Url"]), end="")

day = datetime.datetime(2026, 3, 2, tzinfo=datetime.timezone.utc)
insights = {"StartDate": day, "EndDate": day + datetime.timedelta(days=1)}
job_id = ses.create_export_job(
    ExportDataSource={"MessageInsightsDataSource": insights}, ExportDestination={"DataFormat": "CSV"}
)["JobId"]
job = ended(ses.get_export_job, job_id)
print(f"{job['Statistics']['ExportedRecordsCount']} messages exported")
print(download(job["ExportDestination"]["S3Url"]), end="")
