"""The same through v1: sends a picture as JSON, asks until it is read, prints what it says. Standard library only.

OCR_WEB_SERVER=http://127.0.0.1:8080 OCR_WEB_TOKEN=… python3 read_picture_v1.py passport.jpg
"""

import base64
import json
import os
import sys
import urllib.request


def call(path, body=None):
    headers = {"Authorization": f"Token {os.environ['OCR_WEB_TOKEN']}", "Content-Type": "application/json", "Prefer": "wait=20"}
    request = urllib.request.Request(os.environ["OCR_WEB_SERVER"] + path, data=body, headers=headers)
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


with open(sys.argv[1], "rb") as file:
    picture = base64.b64encode(file.read()).decode()
scan = call("/api/v1/tools/ocr/picture/", json.dumps({"picture_file": f"data:;base64,{picture}"}).encode())
while scan["status"] in ("NEW", "PRO"):
    scan = call(f"/api/v1/tools/ocr/data/{scan['id']}/")

if scan["status"] == "ERR":
    raise SystemExit("The picture could not be processed.")
print(f"{scan['type_doc']} {scan['country']} {scan['number']} {scan['surname']} {scan['names']}, score {scan['valid_score']}")
