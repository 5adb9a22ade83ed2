"""Sends a picture, waits until it is read, prints what it says. Standard library only.

OCR_WEB_SERVER=http://127.0.0.1:8080 OCR_WEB_TOKEN=… python3 read_picture.py passport.jpg
"""

import json
import os
import sys
import time
import urllib.error
import urllib.request
import uuid

SERVER = os.environ["OCR_WEB_SERVER"]
TOKEN = os.environ["OCR_WEB_TOKEN"]
RETRIES = 3


def call(method, path, body=None, headers=None):
    """Sends a request until it is answered; a create may be sent twice because it carries a key."""
    request = urllib.request.Request(SERVER + path, data=body, method=method)
    for name, value in {"Authorization": f"Bearer {TOKEN}", "Prefer": "wait=20", **(headers or {})}.items():
        request.add_header(name, value)
    for attempt in range(RETRIES + 1):
        pause = 0.5 * 2**attempt
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return json.load(response)
        except urllib.error.HTTPError as error:
            if error.code not in (429, 502, 503, 504) or attempt == RETRIES:
                raise SystemExit(f"{error.code}: {error.read().decode()}") from error
            pause = max(pause, float(error.headers.get("Retry-After") or 0))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            if attempt == RETRIES:
                raise
        time.sleep(pause)


def read_picture(path):
    with open(path, "rb") as file:
        picture = file.read()
    headers = {"Content-Type": "application/octet-stream", "Idempotency-Key": str(uuid.uuid4())}
    scan = call("POST", "/api/v2/scans", picture, headers)
    while scan["status"] in ("queued", "processing"):
        scan = call("GET", f"/api/v2/scans/{scan['id']}")
    return scan


scan = read_picture(sys.argv[1])
if scan["status"] == "failed":
    raise SystemExit(scan["error"]["message"])
for document in scan["result"]["documents"]:
    issuer, names = document["issuer"] or {}, document["names"] or {}
    number, score = document["main_number"], document["score"]
    print(f"{document['type']} {issuer.get('code')} {number} {names.get('surname')} {names.get('given')}, score {score}")
for hint in scan["result"]["hints"]:
    print(hint["message"], file=sys.stderr)
