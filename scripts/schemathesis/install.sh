#!/usr/bin/env bash
# Installs Schemathesis, which tests the API by its OpenAPI document, in a virtual environment of its own beside this file. Needs Python 3.10 or newer.
set -euo pipefail
cd "$(dirname "$0")"
[ -x .venv/bin/st ] && [ .venv/bin/st -nt requirements.txt ] && exit 0
python3 -m venv .venv
.venv/bin/pip install -q --disable-pip-version-check -r requirements.txt
touch .venv/bin/st
