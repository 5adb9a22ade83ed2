"""Receives webhooks, checks that they are genuine and fresh (Standard Webhooks), prints what happened. Standard library only.

WEBHOOK_SECRET=whsec_… PORT=8900 python3 receive_webhooks.py
"""

import base64
import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

TOLERANCE_SECONDS = 300


def is_genuine(secret, headers, body):
    """body: the bytes as they came; what a JSON parser makes of them has another signature."""
    timestamp = headers.get("webhook-timestamp", "")
    if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers.get('webhook-id', '')}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    signatures = headers.get("webhook-signature", "").encode().split()
    return any([hmac.compare_digest(signature, expected.encode()) for signature in signatures])


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        genuine = is_genuine(os.environ["WEBHOOK_SECRET"], self.headers, body)
        if genuine:
            event = json.loads(body)
            print(event["type"], event["data"]["id"], flush=True)
        self.send_response(204 if genuine else 400)
        self.end_headers()

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Receiver).serve_forever()
