"""Makes checkpoints of the models that ship, for training on where nobody kept the checkpoints that they were exported from; see README.md."""

import argparse
import json
import os

import torch

from export_onnx import MODELS, RANGES, read_manifest
from mrz_training import checkpoint
from mrz_training.shipped import restore, stored_convolutions


def restore_checkpoint(name, folder, run):
    """Writes `run`/checkpoint.pt, which begins at step 0 with an optimiser that knows nothing yet, and how many steps the model has behind it."""
    spec, entry = MODELS[name], read_manifest(os.path.join(folder, "manifest.json"))[name]
    stored = stored_convolutions(os.path.join(folder, entry["file"]))
    model = restore(spec["build"](), spec["deploy"], stored, [torch.from_numpy(example) for example in RANGES[name]()])
    os.makedirs(run, exist_ok=True)
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=0.01)
    checkpoint.save(os.path.join(run, "checkpoint.pt"), 0, model, checkpoint.Averaged(model), optimiser)
    with open(os.path.join(run, "restored.json"), "w") as file:
        json.dump({"steps": entry["training"]["steps"]}, file)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=list(MODELS), help="which models; both unless said otherwise")
    parser.add_argument("--models", default="../packages/reader/models")
    parser.add_argument("--runs", default="runs")
    options = parser.parse_args()
    for name in options.names:
        restore_checkpoint(name, options.models, os.path.join(options.runs, name))


if __name__ == "__main__":
    main()
