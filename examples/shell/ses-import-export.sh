#!/bin/sh
# Imports contacts into an SES contact list, shows what was refused, and exports what became of mail.
# Usage: ses-import-export.sh contacts.csv
set -eu

list=news
bucket=contacts-shell

# Waits until the job that the command asks for has ended.
ended() {
    while status=$("$@" --query JobStatus --output text); do
        case $status in
            COMPLETED) return ;;
            FAILED | CANCELLED) echo "The job ended as $status" >&2; exit 1 ;;
        esac
        sleep 1
    done
}

aws sesv2 get-contact-list --contact-list-name "$list" >/dev/null 2>&1 ||
    aws sesv2 create-contact-list --contact-list-name "$list" --topics \
        TopicName=Sports,DisplayName=Sports,DefaultSubscriptionStatus=OPT_IN \
        TopicName=Cycling,DisplayName=Cycling,DefaultSubscriptionStatus=OPT_IN

aws s3 mb "s3://$bucket" >/dev/null
aws s3 cp --quiet "$1" "s3://$bucket/contacts.csv"
job=$(aws sesv2 create-import-job --query JobId --output text \
    --import-destination "ContactListDestination={ContactListName=$list,ContactListImportAction=PUT}" \
    --import-data-source "S3Url=s3://$bucket/contacts.csv,DataFormat=CSV")
ended aws sesv2 get-import-job --job-id "$job"
aws sesv2 get-import-job --job-id "$job" --output text \
    --query '[ProcessedRecordsCount, FailedRecordsCount, FailureInfo.FailedRecordsS3Url]' | {
    read -r processed failed url
    echo "$processed records processed, $failed failed"
    [ "$url" = None ] || curl -sf "$url"
}

job=$(aws sesv2 create-export-job --query JobId --output text \
    --export-data-source 'MessageInsightsDataSource={StartDate=2026-03-02T00:00:00Z,EndDate=2026-03-03T00:00:00Z}' \
    --export-destination DataFormat=CSV)
ended aws sesv2 get-export-job --job-id "$job"
aws sesv2 get-export-job --job-id "$job" --query '[Statistics.ExportedRecordsCount, ExportDestination.S3Url]' --output text | {
    read -r exported url
    echo "$exported messages exported"
    curl -sf "$url"
}
