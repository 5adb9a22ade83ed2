#!/bin/sh
# Sends a picture, waits until it is read, prints the scan as JSON.
#   OCR_WEB_SERVER=http://127.0.0.1:8080 OCR_WEB_TOKEN=… sh read-picture.sh passport.jpg
set -eu

# curl itself tries again after 408, 429, 500, 502, 503 and 504, and heeds Retry-After.
call() {
  curl -sS --fail-with-body --retry 3 -H "Authorization: Bearer $OCR_WEB_TOKEN" -H 'Prefer: wait=20' "$@"
}

# The key keeps a create that is sent twice from making two scans.
key=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
scan=$(call -H "Idempotency-Key: $key" -H 'Content-Type: application/octet-stream' --data-binary "@$1" "$OCR_WEB_SERVER/api/v2/scans")
id=$(printf %s "$scan" | sed -n 's/^[^{]*{"id":\([0-9]*\),.*/\1/p')

while printf %s "$scan" | grep -Eq '"status":"(queued|processing)"'; do
  scan=$(call "$OCR_WEB_SERVER/api/v2/scans/$id")
done
printf '%s\n' "$scan"
