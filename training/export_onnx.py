"""Exports the models to ONNX in eight bits, and writes the manifest that the reader checks them against; see README.md."""

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
import train_visual
from mrz_training.alphabet import CHARACTERS, decode_greedy
from mrz_training.ctc import evaluate
from mrz_training.deploy import deploy_detector, deploy_recogniser
from mrz_training.detector import Detector
from mrz_training.faces import make_faces
from mrz_training.line_strips import make_strip
from mrz_training.quantise import quantise, quantise_product
from mrz_training.recogniser import Recogniser
from visual_training.alphabet import CHARACTERS as TEXT_CHARACTERS, CLASSES as TEXT_CLASSES, decode_greedy as decode_text
from visual_training.line_strips import make_strip as make_text_strip
from visual_training.recogniser import TextRecogniser

# What each model takes and gives; `example` is the shape that the parity check runs on.
MODELS = {
    "detector": {
        "file": "mrz-detector.onnx",
        "build": Detector,
        "deploy": deploy_detector,
        "input": {"name": "picture", "shape": [1, 1, "16h", "16w"], "meaning": "grey 0..1"},
        "output": {"name": "maps", "shape": [1, 3, "4h", "4w"], "meaning": "probability of a line's core, cos and sin of its direction"},
        "dynamic": {"picture": {0: "n", 2: "height", 3: "width"}, "maps": {0: "n", 2: "cells_high", 3: "cells_wide"}},
        "examples": [[1, 1, 144, 640], [1, 1, 480, 352]],
    },
    "recogniser": {
        "file": "mrz-recogniser.onnx",
        "build": Recogniser,
        "deploy": deploy_recogniser,
        "input": {"name": "strips", "shape": ["n", 1, 32, "8w"], "meaning": "grey 0..1"},
        "output": {"name": "log_probs", "shape": ["n", "2w", 38], "meaning": "CTC log probabilities, class 0 is the blank, then the alphabet"},
        "dynamic": {"strips": {0: "n", 3: "width"}, "log_probs": {0: "n", 1: "steps"}},
        "examples": [[2, 1, 32, 832], [3, 1, 32, 576]],
    },
    "text": {
        "file": "visual-text.onnx",
        "build": TextRecogniser,
        "deploy": deploy_recogniser,
        "alphabet": TEXT_CHARACTERS,
        "quantise_product": True,
        "input": {"name": "strips", "shape": ["n", 1, 32, "8w"], "meaning": "grey 0..1"},
        "output": {"name": "log_probs", "shape": ["n", "4w", TEXT_CLASSES], "meaning": "CTC log probabilities, class 0 is the blank, then the alphabet"},
        "dynamic": {"strips": {0: "n", 3: "width"}, "log_probs": {0: "n", 1: "steps"}},
        "examples": [[2, 1, 32, 480], [3, 1, 32, 160]],
    },
}
TOLERANCE = 2e-4
CPU = torch.device("cpu")
RANGES_SEED = 41


def detector_examples():
    """Pictures from which the ranges of the detector's activations are taken: of faces and scenes that neither training nor its figures use."""
    faces = make_faces(40, RANGES_SEED)
    batches = [train_detector.make_batch(RANGES_SEED, index, faces)[0] for index in range(10)]
    return [(picture[None].float() / 255).numpy() for pictures in batches for picture in pictures]


def recogniser_examples():
    """Strips for the same purpose."""
    faces = make_faces(40, RANGES_SEED)
    strips = [make_strip(np.random.default_rng([RANGES_SEED, index]), faces)[0] for index in range(160)]
    return [strip[None, None, :, : strip.shape[1] // 8 * 8].astype(np.float32) / 255 for strip in strips]


def text_examples():
    """Strips of the visual zone for the same purpose."""
    strips = [make_text_strip(np.random.default_rng([RANGES_SEED, index]))[0] for index in range(200)]
    return [strip[None, None, :, : strip.shape[1] // 8 * 8].astype(np.float32) / 255 for strip in strips]


def detector_figures(model):
    precision, recall, near = train_detector.evaluate(model, train_detector.held_out(), CPU)
    return {"core_precision": round(precision, 3), "core_recall": round(recall, 3), "direction_within_20_deg": round(near, 3)}


def recogniser_figures(model):
    exact, errors = evaluate(model, train_recogniser.held_out(640, 32), CPU, decode_greedy)
    return {"lines_exact": round(exact, 3), "character_error_rate": round(errors, 4)}


def text_figures(model):
    exact, errors = evaluate(model, train_visual.held_out(640, 32), CPU, decode_text)
    return {"lines_exact": round(exact, 3), "character_error_rate": round(errors, 4)}


FIGURES = {"detector": detector_figures, "recogniser": recogniser_figures, "text": text_figures}
RANGES = {"detector": detector_examples, "recogniser": recogniser_examples, "text": text_examples}
RUNS = {"detector": "runs/detector", "recogniser": "runs/recogniser", "text": "runs/visual"}


def open_onnx(path):
    """The exported model as a function from a tensor to a tensor."""
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    name = session.get_inputs()[0].name
    return lambda x: torch.from_numpy(session.run(None, {name: x.numpy()})[0])


def export(name, spec, run, folder):
    """Writes one model; returns its manifest entry. Raises when ONNX Runtime and PyTorch disagree."""
    state = torch.load(os.path.join(run, "checkpoint.pt"), map_location="cpu", weights_only=True)
    model = spec["build"]().eval()
    model.load_state_dict(state["averaged"])
    path = os.path.join(folder, spec["file"])
    example = torch.rand(spec["examples"][0])
    names = {"input_names": [spec["input"]["name"]], "output_names": [spec["output"]["name"]]}
    torch.onnx.export(spec["deploy"](model), (example,), path, opset_version=17, dynamic_axes=spec["dynamic"], dynamo=False, **names)
    parity = measure_parity(model, open_onnx(path), spec["examples"])
    if parity > TOLERANCE:
        raise SystemExit(f"{name}: ONNX differs from PyTorch by {parity}, more than {TOLERANCE}")
    quantise(path, RANGES[name]())
    if spec.get("quantise_product"):
        quantise_product(path)
    with open(path, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    parameters = sum(p.numel() for p in model.parameters())
    entry = {"file": os.path.basename(path), "sha256": digest, "bytes": os.path.getsize(path), "parameters": parameters}
    training = {"steps": state["step"] + steps_before(run), "onnx_parity": float(f"{parity:.1e}"), "bits": 8}
    # Of the file that ships, not of the network that it was made from.
    alphabet = {"alphabet": spec["alphabet"]} if "alphabet" in spec else {}
    return {**entry, **alphabet, "input": spec["input"], "output": spec["output"], "training": training, "figures": FIGURES[name](open_onnx(path))}


def steps_before(run):
    """Of a run that began with a model that ships (restore_checkpoints.py), how many steps that had behind it."""
    path = os.path.join(run, "restored.json")
    if not os.path.exists(path):
        return 0
    with open(path) as file:
        return json.load(file)["steps"]


@torch.no_grad()
def measure_parity(model, exported, shapes):
    """The largest difference between a network and its export before any bits are saved."""
    generator = torch.Generator().manual_seed(3)
    inputs = [torch.rand(shape, generator=generator) for shape in shapes]
    return max(float((exported(x) - model(x)).abs().max()) for x in inputs)


def read_manifest(path):
    """What is known of each model in a folder."""
    with open(path) as file:
        return json.load(file)["models"]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", default="../packages/reader/models")
    for name in MODELS:
        parser.add_argument(f"--{name}", default=RUNS[name], help=f"run whose checkpoint becomes the {name}")
    parser.add_argument("--only", choices=list(MODELS), help="export this one, and leave the others as they lie there")
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    path = os.path.join(options.out, "manifest.json")
    # Those that are not trained here stay as they lie there, too.
    known = read_manifest(path) if os.path.exists(path) else {}
    models = {name: entry for name, entry in known.items() if options.only or name not in MODELS}
    commit = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout.strip()
    for name, spec in MODELS.items():
        if options.only in (None, name):
            models[name] = export(name, spec, getattr(options, name), options.out)
    manifest = {"alphabet": CHARACTERS, "training_commit": commit, "models": models}
    with open(path, "w") as file:
        json.dump(manifest, file, indent=2)
        file.write("\n")
    print(json.dumps(manifest, indent=2))


if __name__ == "__main__":
    main()
