#!/bin/sh
# Checks a delivery of a webhook (Standard Webhooks): its body on standard input, its three headers as arguments. Ends with 0 when it is genuine.
#   WEBHOOK_SECRET=whsec_… sh verify-webhook.sh "$webhook_id" "$webhook_timestamp" "$webhook_signature" < body.json
set -eu
id=$1 timestamp=$2 signatures=$3

# Old deliveries may be replays.
case $timestamp in '' | *[!0-9]*) exit 1 ;; esac
age=$(($(date +%s) - timestamp))
[ "$age" -le 300 ] && [ "$age" -ge -300 ] || exit 1

key=$(printf %s "${WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -v -tx1 | tr -d ' \n')
expected=$({ printf '%s.%s.' "$id" "$timestamp"; cat; } | openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64)
for signature in $signatures; do
  [ "$signature" = "v1,$expected" ] && exit 0
done
exit 1
