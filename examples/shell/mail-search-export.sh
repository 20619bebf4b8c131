#!/bin/sh
# Searches a mail archive, shows what was found, and exports it to S3 and from there to this directory.
# Usage: mail-search-export.sh ARCHIVE_ID WORD_OF_THE_SUBJECT
set -eu

bucket=letters-shell
filters="{\"Include\": [{\"StringExpression\":
    {\"Evaluate\": {\"Attribute\": \"SUBJECT\"}, \"Operator\": \"CONTAINS\", \"Values\": [\"$2\"]}}]}"

# Waits until the job that the command asks for has ended.
ended() {
    while state=$("$@" --query Status.State --output text); do
        case $state in
            COMPLETED) return ;;
            FAILED | CANCELLED) echo "The job ended as $state" >&2; exit 1 ;;
        esac
        sleep 1
    done
}

search=$(aws mailmanager start-archive-search --archive-id "$1" --filters "$filters" --max-results 1000 \
    --from-timestamp 2026-01-01 --to-timestamp 2026-12-31 --query SearchId --output text)
ended aws mailmanager get-archive-search --search-id "$search"
aws mailmanager get-archive-search-results --search-id "$search" --query 'Rows[].[From, Subject]' --output text

aws s3 mb "s3://$bucket" >/dev/null
export=$(aws mailmanager start-archive-export --archive-id "$1" --filters "$filters" --include-metadata \
    --from-timestamp 2026-01-01 --to-timestamp 2026-12-31 --query ExportId --output text \
    --export-destination-configuration "S3={S3Location=s3://$bucket/found/}")
ended aws mailmanager get-archive-export --export-id "$export"
aws s3 cp --quiet --recursive "s3://$bucket/found/" found
ls found/*.eml | wc -l

# The export brings the SHA-256 of each of its files along.
(cd found && sha256sum --check --quiet "_export-$export/checksums.sha256")
