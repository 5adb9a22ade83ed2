#!/bin/sh
# The same through v1: sends a picture as JSON, asks until it is read, prints the scan as JSON.
#   OCR_WEB_SERVER=http://127.0.0.1:8080 OCR_WEB_TOKEN=… sh read-picture-v1.sh passport.jpg
set -eu

call() {
  curl -sS --fail-with-body --retry 3 -H "Authorization: Token $OCR_WEB_TOKEN" -H 'Prefer: wait=20' "$@"
}

# A picture is too long for a command line, so that the body goes in through standard input.
scan=$({ printf '{"picture_file": "data:;base64,'; base64 <"$1" | tr -d '\n'; printf '"}'; } |
  call -H 'Content-Type: application/json' --data-binary @- "$OCR_WEB_SERVER/api/v1/tools/ocr/picture/")
id=$(printf %s "$scan" | sed -n 's/^{"id":\([0-9]*\),.*/\1/p')

while printf %s "$scan" | grep -Eq '"status":"(NEW|PRO)"'; do
  scan=$(call "$OCR_WEB_SERVER/api/v1/tools/ocr/data/$id/")
done
printf '%s\n' "$scan"
