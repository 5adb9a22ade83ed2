"""Exports both models to ONNX and writes the manifest that the reader checks them against; see README.md."""

import argparse
import hashlib
import json
import os
import subprocess

import numpy as np
import onnxruntime
import torch

import train_detector
import train_recogniser
from mrz_training.alphabet import CHARACTERS
from mrz_training.detector import Detector
from mrz_training.recogniser import Recogniser

# What each model takes and gives; `example` is the shape that the parity check runs on.
MODELS = {
    "detector": {
        "build": Detector,
        "run": "runs/detector",
        "input": {"name": "picture", "shape": [1, 1, "16h", "16w"], "meaning": "grey 0..1"},
        "output": {"name": "maps", "shape": [1, 3, "4h", "4w"], "meaning": "probability of a line's core, cos and sin of its direction"},
        "dynamic": {"picture": {0: "n", 2: "height", 3: "width"}, "maps": {0: "n", 2: "cells_high", 3: "cells_wide"}},
        "examples": [[1, 1, 144, 640], [1, 1, 480, 352]],
    },
    "recogniser": {
        "build": Recogniser,
        "run": "runs/recogniser",
        "input": {"name": "strips", "shape": ["n", 1, 32, "8w"], "meaning": "grey 0..1"},
        "output": {"name": "log_probs", "shape": ["n", "2w", 38], "meaning": "CTC log probabilities, class 0 is the blank, then the alphabet"},
        "dynamic": {"strips": {0: "n", 3: "width"}, "log_probs": {0: "n", 1: "steps"}},
        "examples": [[2, 1, 32, 832], [3, 1, 32, 576]],
    },
}
TOLERANCE = 2e-4
CPU = torch.device("cpu")


def detector_figures(model):
    precision, recall, near = train_detector.evaluate(model, train_detector.held_out(), CPU)
    return {"core_precision": round(precision, 3), "core_recall": round(recall, 3), "direction_within_20_deg": round(near, 3)}


def recogniser_figures(model):
    exact, errors = train_recogniser.evaluate(model, train_recogniser.held_out(640, 32), CPU)
    return {"lines_exact": round(exact, 3), "character_error_rate": round(errors, 4)}


FIGURES = {"detector": detector_figures, "recogniser": recogniser_figures}


def export(name, spec, folder):
    """Writes one model; returns its manifest entry. Raises when ONNX Runtime and PyTorch disagree."""
    state = torch.load(os.path.join(spec["run"], "checkpoint.pt"), map_location="cpu", weights_only=True)
    model = spec["build"]().eval()
    model.load_state_dict(state["averaged"])
    path = os.path.join(folder, f"mrz-{name}.onnx")
    example = torch.rand(spec["examples"][0])
    names = {"input_names": [spec["input"]["name"]], "output_names": [spec["output"]["name"]]}
    torch.onnx.export(model, (example,), path, opset_version=17, dynamic_axes=spec["dynamic"], dynamo=False, **names)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    worst = 0.0
    for shape in spec["examples"]:
        x = torch.rand(shape, generator=torch.Generator().manual_seed(3))
        with torch.no_grad():
            expected = model(x).numpy()
        got = session.run(None, {spec["input"]["name"]: x.numpy()})[0]
        worst = max(worst, float(np.abs(got - expected).max()))
    if worst > TOLERANCE:
        raise SystemExit(f"{name}: ONNX differs from PyTorch by {worst}, more than {TOLERANCE}")
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    parameters = sum(p.numel() for p in model.parameters())
    entry = {"file": os.path.basename(path), "sha256": digest, "bytes": os.path.getsize(path), "parameters": parameters}
    training = {"steps": state["step"], "onnx_parity": float(f"{worst:.1e}")}
    return {**entry, "input": spec["input"], "output": spec["output"], "training": training, "figures": FIGURES[name](model)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default="../packages/reader/models")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    models = {name: export(name, spec, options.out) for name, spec in MODELS.items()}
    manifest = {"alphabet": CHARACTERS, "training_commit": commit, "models": models}
    with open(os.path.join(options.out, "manifest.json"), "w") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")
    print(json.dumps(manifest, indent=2))


if __name__ == "__main__":
    main()
